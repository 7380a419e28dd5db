namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>Trains and tests. Thread-safe.</summary>
internal interface ITrialRunner
{
    /// <summary>Trains on the texts to learn from, and tests on those to choose on.</summary>
    /// <returns>Null where it was cancelled.</returns>
    /// <exception cref="ArithmeticException">Training diverged.</exception>
    TrialScore? Try(TrialSettings settings, TrialSetup setup, IProgress<TrialProgress> progress, CancellationToken cancellation);

    /// <summary>
    /// Trains all networks on all threads on the texts to learn from and to choose on, and tests on those that have chosen nothing.
    /// </summary>
    /// <returns>For each text whether it was recognized; null where it was cancelled.</returns>
    /// <exception cref="ArithmeticException">Training diverged.</exception>
    IReadOnlyList<bool>? Test(TrialSettings settings, CancellationToken cancellation);
}
