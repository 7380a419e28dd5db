namespace MaxPoolConvNet;

/// <summary>Text alone.</summary>
internal sealed class PlainStyle : ITextStyle
{
    public static PlainStyle Instance { get; } = new();

    public string Shaded(string text, double share) => text;

    public string Dimmed(string line) => line;
}
