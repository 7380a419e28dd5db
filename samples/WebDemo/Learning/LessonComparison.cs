namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>The new model and the old one on the held-out texts.</summary>
/// <param name="TextCount">The number of held-out texts.</param>
/// <param name="AccuracyBefore">The accuracy of the old model.</param>
/// <param name="AccuracyAfter">The accuracy of the new model.</param>
/// <param name="Lower">The lower end of the 95 % interval of the difference.</param>
/// <param name="Upper">The upper end of the 95 % interval of the difference.</param>
/// <param name="OnlyBeforeCount">The number of texts that only the old model classifies correctly.</param>
/// <param name="OnlyAfterCount">The number of texts that only the new model classifies correctly.</param>
internal sealed record LessonComparison(
    int TextCount, double AccuracyBefore, double AccuracyAfter, double Lower, double Upper, int OnlyBeforeCount, int OnlyAfterCount);
