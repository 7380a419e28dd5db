using System.Collections.Immutable;
using System.Text;

namespace MaxPoolConvNet.Text;

/// <summary><c>__label__x __label__y text</c>: as fastText does, takes every word with the prefix for a label, wherever it stands.</summary>
internal sealed class FastTextParser(bool allowUnlabeled) : ILabeledTextParser
{
    public const string Prefix = "__label__";

    private readonly LabelPool _labels = new();
    private readonly ImmutableArray<string>.Builder _found = ImmutableArray.CreateBuilder<string>();
    private readonly StringBuilder _text = new();

    public LabeledText? Parse(LineReader lines)
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
            AddLabel(rest[Prefix.Length..end], lines);
            rest = rest[end..].TrimStart();
        }

        if (_found.Count == 0 && !allowUnlabeled)
            throw lines.Error($"no label before the text, expected {Prefix} and a label");
        return new LabeledText(_found.ToImmutable(), _text.ToString().TrimEnd());
    }

    private void AddLabel(ReadOnlySpan<char> label, LineReader lines)
    {
        if (label.IsEmpty)
            throw lines.Error($"no label after {Prefix}");
        string pooled = _labels.Get(label);
        if (_found.Contains(pooled))
            throw lines.Error($"the label {Prefix}{pooled} for the second time");
        _found.Add(pooled);
    }

    /// <summary>Where the first word with the prefix begins, or the length.</summary>
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
