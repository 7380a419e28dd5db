using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>The defaults of <see cref="TrainingOptions"/> that depend on the number of texts or labels.</summary>
/// <remarks>All were chosen on texts held out from training texts.</remarks>
internal static class TrainingDefaults
{
    /// <summary>The number of texts from which on fewer filters are enough, and a network can do without a few of them.</summary>
    public const int VeryManyTexts = 500_000;

    /// <summary>The number of filters of each width with that many texts.</summary>
    private const int FiltersOfVeryManyTexts = 64;

    /// <summary>The number of labels from which on a batch has several texts.</summary>
    private const int ManyLabels = 500;

    /// <summary>The batch size with that many labels.</summary>
    private const int BatchOfManyLabels = 16;

    /// <summary>The factor of the learning rate with that batch size.</summary>
    private const double RateOfManyLabels = 8;

    /// <summary>The form of the network for a number of texts.</summary>
    public static ConvNetOptions Network(ConvNetOptions given, int textCount)
    {
        if (given.Filters is not null || textCount < VeryManyTexts) return given;
        return given with { Filters = [new(1, FiltersOfVeryManyTexts), new(2, FiltersOfVeryManyTexts), new(3, FiltersOfVeryManyTexts)] };
    }

    /// <summary>The number of epochs for a number of texts and labels.</summary>
    public static int Epochs(TrainingOptions given, int textCount, int labelCount) => given.Network.Embedding?.Vectors is null
        ? Math.Clamp((int)Math.Round((HasManyLabels(given, labelCount) ? 330_000.0 : 250_000.0) / textCount), 3, 20)
        : Math.Clamp((int)Math.Round(150_000.0 / textCount), 3, 9);

    /// <summary>The batch size for a number of labels.</summary>
    public static int BatchSize(TrainingOptions given, int labelCount)
    {
        if (HasManyLabels(given, labelCount)) return BatchOfManyLabels;
        bool textByText = given.Network.Embedding is not { } embedding
            || (embedding.TrainedDimension == 0 && labelCount < ManyLabels && given.MaxGradientNorm is null);
        return textByText ? 1 : 10;
    }

    /// <summary>The factor of the learning rate for a number of labels.</summary>
    public static double RateFactor(TrainingOptions given, int labelCount) => HasManyLabels(given, labelCount) ? RateOfManyLabels : 1;

    private static bool HasManyLabels(TrainingOptions given, int labelCount) =>
        given.BatchSize is null && given.Network.Embedding is null && labelCount >= ManyLabels && given.Optimizer is AdaGrad;
}
