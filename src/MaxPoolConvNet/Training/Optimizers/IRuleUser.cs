namespace MaxPoolConvNet.Training;

/// <summary>Uses the rule that an <see cref="Optimizer"/> creates from its options, whatever the rule's type.</summary>
internal interface IRuleUser<TResult>
{
    TResult Use<TRule>(TRule rule)
        where TRule : struct, IUpdateRule<TRule>;
}
