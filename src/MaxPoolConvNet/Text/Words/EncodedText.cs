namespace MaxPoolConvNet.Text;

/// <summary>A text's word ids and their tokens; reused for text after text.</summary>
internal sealed class EncodedText
{
    private int[] _wordIds = new int[64];
    private int[] _tokens = new int[64];
    private int _count;

    /// <summary>The tokens of the text; see <see cref="TextEncoder"/>.</summary>
    public TokenBuffer Tokens { get; } = new();

    /// <summary>The ids of the tokens that the vocabulary contains, or has the unknown word's id for.</summary>
    public ReadOnlySpan<int> WordIds => _wordIds.AsSpan(0, _count);

    /// <summary>The number of tokens that the vocabulary contains.</summary>
    public int KnownWords { get; private set; }

    /// <summary>The number of all tokens, without sub-words that have no id.</summary>
    public int Words { get; private set; }

    /// <summary>The token of the word at this index of <see cref="WordIds"/>.</summary>
    public Token TokenOf(int word) => Tokens[_tokens[word]];

    /// <summary>The index of that token.</summary>
    public int TokenIndexOf(int word) => _tokens[word];

    public void Clear()
    {
        Tokens.Clear();
        _count = 0;
        KnownWords = 0;
        Words = 0;
    }

    public void Add(int wordId, int token, bool known)
    {
        Words++;
        if (known) KnownWords++;
        if (_count == _wordIds.Length)
        {
            Array.Resize(ref _wordIds, 2 * _count);
            Array.Resize(ref _tokens, 2 * _count);
        }

        _wordIds[_count] = wordId;
        _tokens[_count++] = token;
    }

    /// <summary>Counts a word that has no id.</summary>
    public void AddUnknown() => Words++;
}
