using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>Classifiers with promises made by hand.</summary>
internal static class Promised
{
    /// <summary>Promises 5 % from 0.7 and 10 % from 0.6.</summary>
    public static ErrorPromises Promises { get; } = new([new ErrorPromise(0.05, [0.7], 0.25), new ErrorPromise(0.1, [0.6], 0.5)], 1_000);

    /// <summary>"good" is positive and "bad" negative, both with a probability of 0.821; other texts with 0.5.</summary>
    public static TextClassifier One { get; } = With(SmallClassifier.ByHand, Promises);

    /// <summary>The labels blue, green and red: blue has a promise of 5 %, blue and red have one of 10 %.</summary>
    public static TextClassifier Several { get; } = With(
        TextClassifier.Train(TagTexts.Make(64), TrainingCalls.Small),
        new ErrorPromises(
            [
                new ErrorPromise(0.05, [0.9, double.PositiveInfinity, double.PositiveInfinity], 0.1),
                new ErrorPromise(0.1, [0.6, double.PositiveInfinity, 0.5], 0.3),
            ],
            200));

    public static TextClassifier With(TextClassifier classifier, ErrorPromises? promises) => new(classifier.Model with { Acceptance = promises, Checksum = null });
}
