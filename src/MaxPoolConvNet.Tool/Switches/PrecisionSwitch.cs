namespace MaxPoolConvNet.Tool.Switches;

/// <summary>The bits per weight of the filters in a saved model.</summary>
internal static class PrecisionSwitch
{
    /// <summary>Null stands for 8 bits, the form of a compact classifier.</summary>
    public static ChoiceSwitch<WeightFormat?> Create() => new(
        "--precision",
        "bits per weight in the file: 8 is compact, 32 and 16 are for other programs",
        ("8", null),
        ("32", WeightFormat.Float32),
        ("16", WeightFormat.BFloat16));
}
