using System.Collections.Immutable;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet;

/// <summary>Divides the contributions of windows over the words that they cover, and finds where these stand in the text.</summary>
internal sealed class WordCoverage
{
    private readonly double[] _contributions;
    private readonly Token[] _tokens;
    private readonly string _text;

    public WordCoverage(string text, EncodedText encoded)
    {
        _text = text;
        _contributions = new double[encoded.WordIds.Length];
        _tokens = [.. Enumerable.Range(0, _contributions.Length).Select(encoded.TokenOf)];
        WordCount = encoded.Tokens.Count;
        KnownWordCount = encoded.KnownWords;
    }

    public int WordCount { get; }

    public int KnownWordCount { get; }

    /// <summary>What fell on no word.</summary>
    public double Padding { get; private set; }

    /// <summary>The words with what has been added so far.</summary>
    public ImmutableArray<ExplainedWord> Explained =>
        [.. _tokens.Select((token, word) => new ExplainedWord(token.Start, token.Length, _text.Substring(token.Start, token.Length), _contributions[word]))];

    /// <summary>Adds the contribution of a window to its words.</summary>
    /// <returns>Where these stand in the text.</returns>
    public Token Add(WonWindow window, double contribution)
    {
        (int first, int count) = window.Words(_tokens.Length).GetOffsetAndLength(_tokens.Length);
        if (count == 0)
        {
            Padding += contribution;
            return default;
        }

        // a tokenizer of somebody else's may give tokens in any order
        int start = int.MaxValue;
        int end = 0;
        for (int word = first; word < first + count; word++)
        {
            _contributions[word] += contribution / count;
            start = Math.Min(start, _tokens[word].Start);
            end = Math.Max(end, _tokens[word].Start + _tokens[word].Length);
        }

        return new Token(start, end - start);
    }
}
