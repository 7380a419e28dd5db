using System.Collections.Immutable;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet;

/// <summary>Divides the contributions of windows among the words that they cover, and locates these words in the text.</summary>
internal sealed class WordCoverage
{
    private readonly double[] _contributions;
    private readonly Token[] _tokens;
    private readonly TokenBuffer _all;
    private readonly string _text;

    public WordCoverage(string text, EncodedText encoded)
    {
        _text = text;
        _contributions = new double[encoded.WordIds.Length];
        _tokens = [.. Enumerable.Range(0, _contributions.Length).Select(encoded.TokenOf)];
        _all = encoded.Tokens;
        WordCount = encoded.Words;
        KnownWordCount = encoded.KnownWords;
    }

    public int WordCount { get; }

    public int KnownWordCount { get; }

    /// <summary>What fell on no word.</summary>
    public double Padding { get; private set; }

    /// <summary>The words with what has been added so far; a token that lies within another, as sub-words do, is part of that one's
    /// word.</summary>
    public ImmutableArray<ExplainedWord> Explained
    {
        get
        {
            Dictionary<Token, Token> words = Words();
            return
            [
                .. _tokens.Zip(_contributions)
                    .GroupBy(one => words[one.First], one => one.Second)
                    .OrderBy(word => word.Key.Start)
                    .Select(word => new ExplainedWord(
                        word.Key.Start, word.Key.Length, _text.Substring(word.Key.Start, word.Key.Length), word.Sum())),
            ];
        }
    }

    /// <summary>Adds the contribution of a window to its words.</summary>
    /// <returns>Where these stand in the text.</returns>
    public Token Add(WonWindow window, double contribution)
    {
        (int first, int count) = window.Words.GetOffsetAndLength(_tokens.Length);
        if (count == 0)
        {
            Padding += contribution;
            return default;
        }

        // a custom tokenizer may return tokens in any order
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

    /// <summary>For each token the outermost one that it lies within, whether that is known or not; itself, if there is none.</summary>
    private Dictionary<Token, Token> Words()
    {
        var words = new Dictionary<Token, Token>();
        Token outer = default;
        IEnumerable<Token> outermostFirst = Enumerable.Range(0, _all.Count).Select(token => _all[token])
            .OrderBy(token => token.Start).ThenByDescending(token => token.Length);
        foreach (Token token in outermostFirst)
        {
            if (token.Start + token.Length > outer.Start + outer.Length) outer = token;
            words[token] = outer;
        }

        return words;
    }
}
