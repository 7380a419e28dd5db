namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>Trains and tests settings. Thread-safe.</summary>
internal interface ITrialRunner
{
    /// <summary>Trains on the training texts, and tests on the validation texts.</summary>
    /// <returns>The score; null if cancelled.</returns>
    /// <exception cref="ArithmeticException">Training diverged.</exception>
    TrialScore? Try(TrialSettings settings, TrialSetup setup, IProgress<TrialProgress> progress, CancellationToken cancellation);

    /// <summary>
    /// Trains all networks on all threads on the training and validation texts, and tests on the held-out texts.
    /// </summary>
    /// <returns>For each text, whether it was classified correctly; null if cancelled.</returns>
    /// <exception cref="ArithmeticException">Training diverged.</exception>
    IReadOnlyList<bool>? Test(TrialSettings settings, CancellationToken cancellation);
}
