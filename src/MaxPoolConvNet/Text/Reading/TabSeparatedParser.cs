namespace MaxPoolConvNet.Text;

/// <summary><c>label&lt;TAB&gt;text</c>.</summary>
internal sealed class TabSeparatedParser : ILabeledTextParser
{
    private readonly LabelPool _labels = new();

    public LabeledText? Parse(LineReader lines)
    {
        ReadOnlySpan<char> line = lines.Line;
        int tab = line.IndexOf('\t');
        if (tab < 0)
            throw lines.Error("no tab between a label and a text");
        ReadOnlySpan<char> label = line[..tab].Trim();
        if (label.IsEmpty)
            throw lines.Error("no label before the text");
        return new LabeledText(_labels.Get(label), new string(line[(tab + 1)..].Trim()));
    }
}
