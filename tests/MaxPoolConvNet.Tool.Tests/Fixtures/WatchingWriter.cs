namespace MaxPoolConvNet.Tool.Tests;

/// <summary>Does something once a line with some words is written.</summary>
internal sealed class WatchingWriter(string words, Action seen) : StringWriter
{
    public override void WriteLine(string? value)
    {
        base.WriteLine(value);
        if (value!.Contains(words, StringComparison.Ordinal)) seen();
    }
}
