namespace MaxPoolConvNet.Training;

/// <summary>What is done with the rule that an <see cref="Optimizer"/> makes of its options, whatever its type.</summary>
internal interface IRuleUser<TResult>
{
    TResult Use<TRule>(TRule rule)
        where TRule : struct, IUpdateRule<TRule>;
}
