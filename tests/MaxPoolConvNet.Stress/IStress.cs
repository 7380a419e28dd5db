namespace MaxPoolConvNet.Stress;

/// <summary>A part of the library under stress.</summary>
internal interface IStress
{
    string Name { get; }

    /// <summary>Runs until the token is cancelled.</summary>
    /// <returns>The number of answers that were checked.</returns>
    /// <exception cref="WrongAnswerException">An answer is wrong.</exception>
    long Run(StressOptions options, CancellationToken until);
}
