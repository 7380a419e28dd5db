namespace MaxPoolConvNet.Benchmarks.RawText;

/// <summary>A text as ML.NET's prediction engine reads it, which makes objects of it by itself.</summary>
internal sealed class MlNetInput
{
    public string Text { get; set; } = "";

    /// <summary>Of two labels, whether it is the second one; not looked at in predicting.</summary>
    public bool IsSecond { get; set; }
}
