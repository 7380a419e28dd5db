using System.Collections.Immutable;
using System.Text;

namespace MaxPoolConvNet.Text;

/// <summary>Parses <c>__label__x __label__y text</c>: like fastText, takes every word with the prefix as a label.</summary>
/// <param name="allowUnlabeled">Whether a line may have no label.</param>
/// <param name="commas">Whether a comma ends a label.</param>
internal sealed class FastTextParser(bool allowUnlabeled, bool commas) : ILabeledTextParser
{
    public const string Prefix = "__label__";

    private readonly LabelPool _labels = new();
    private readonly ImmutableArray<string>.Builder _found = ImmutableArray.CreateBuilder<string>();
    private readonly StringBuilder _text = new();

    public TextFileForm FormIn(string encoding) => new(LabeledTextFormat.FastText, encoding);

    public void Parse(LineReader lines, ParsedTexts texts)
    {
        _found.Clear();
        _text.Clear();
        ReadOnlySpan<char> rest = lines.Line.Trim();
        while (!rest.IsEmpty)
        {
            int label = NextLabel(rest);
            _text.Append(rest[..label]);
            rest = rest[label..];
            if (rest.IsEmpty) break;
            int end = SpaceSeparatedParser.WordEnd(rest);
            int comma = commas ? rest[..end].IndexOf(',') : -1;
            if (comma >= 0) end = comma;
            AddLabel(rest[Prefix.Length..end], lines);
            rest = (comma >= 0 ? rest[(end + 1)..] : rest[end..]).TrimStart();
        }

        if (_found.Count == 0 && !allowUnlabeled)
            throw lines.Error($"no label before the text, expected {Prefix} and a label");
        texts.Add(new LabeledText(_found.ToImmutable(), _text.ToString().TrimEnd()));
    }

    private void AddLabel(ReadOnlySpan<char> label, LineReader lines)
    {
        if (label.IsEmpty)
            throw lines.Error($"no label after {Prefix}");
        string pooled = _labels.Get(label);
        if (_found.Contains(pooled))
            throw lines.Error($"the label {Prefix}{pooled} occurs twice");
        _found.Add(pooled);
    }

    /// <summary>The start of the first word with the prefix, or the length.</summary>
    private static int NextLabel(ReadOnlySpan<char> words)
    {
        int from = 0;
        for (int at; (at = words[from..].IndexOf(Prefix, StringComparison.Ordinal)) >= 0; from += at + 1)
        {
            if (from + at == 0 || char.IsWhiteSpace(words[from + at - 1]))
                return from + at;
        }
        return words.Length;
    }
}
