namespace MaxPoolConvNet.Text;

/// <summary>Converts a text to word ids: looks up its tokens; unknown ones are skipped or get the unknown word's id.</summary>
/// <remarks>Thread-safe. The ids of a known word's sub-words are looked up when it first occurs.</remarks>
internal sealed class TextEncoder(ITokenizer tokenizer, Vocabulary vocabulary)
{
    private readonly SubwordTokenizer? _subwords = tokenizer as SubwordTokenizer;
    private readonly int[]?[] _subwordsOf = new int[tokenizer is SubwordTokenizer ? vocabulary.Count : 0][];

    public ITokenizer Tokenizer => tokenizer;

    public Vocabulary Vocabulary => vocabulary;

    /// <summary>Finds the word ids of a text. The sub-words of known words have no tokens of their own, but those of their words.</summary>
    public void Encode(ReadOnlySpan<char> text, EncodedText encoded)
    {
        if (_subwords is null)
        {
            EncodeTokens(text, encoded);
            return;
        }

        encoded.Clear();
        TokenBuffer tokens = encoded.Tokens;
        _subwords.TokenizeWords(text, tokens);
        AddFrom(0, text, encoded);
        int words = tokens.Count;
        int known = encoded.WordIds.Length;
        for (int token = 0, next = 0; token < words; token++)
        {
            bool hasId = next < known && encoded.TokenIndexOf(next) == token;
            int id = hasId ? encoded.WordIds[next++] : -1;
            if (id >= 0 && id != vocabulary.UnknownId)
            {
                foreach (int subword in _subwordsOf[id] ?? FindSubwords(id))
                    encoded.Add(subword, token, known: subword != vocabulary.UnknownId);
            }
            else
            {
                int first = tokens.Count;
                _subwords.AddSubwords(text, tokens[token], tokens.Word(token), tokens);
                AddFrom(first, text, encoded);
            }
        }
    }

    /// <summary>Finds the word ids of a text and the tokens of all of them, as <see cref="ITokenizer.Tokenize"/> gives them.</summary>
    public void EncodeTokens(ReadOnlySpan<char> text, EncodedText encoded)
    {
        encoded.Clear();
        tokenizer.Tokenize(text, encoded.Tokens);
        AddFrom(0, text, encoded);
    }

    /// <summary>Adds the ids of the tokens from one on.</summary>
    private void AddFrom(int first, ReadOnlySpan<char> text, EncodedText encoded)
    {
        for (int at = first; at < encoded.Tokens.Count; at++)
        {
            (int start, int length) = encoded.Tokens[at];
            if (start + length > text.Length)
            {
                throw new InvalidOperationException(
                    $"{tokenizer.GetType().Name} gave a token of {length} characters from {start} on, in a text of {text.Length}");
            }

            ReadOnlySpan<char> word = encoded.Tokens.Word(at);
            int id = vocabulary.GetId(word);
            if (id >= 0) encoded.Add(id, at, known: id != vocabulary.UnknownId);
            else if (_subwords is null || !SubwordTokenizer.IsSubword(word)) encoded.AddUnknown();
        }
    }

    private int[] FindSubwords(int id)
    {
        var tokens = new TokenBuffer();
        string word = vocabulary.Words[id];
        _subwords!.AddSubwords(word, new Token(0, word.Length), word, tokens);
        int[] ids = [.. Enumerable.Range(0, tokens.Count).Select(token => vocabulary.GetId(tokens.Word(token))).Where(found => found >= 0)];
        Volatile.Write(ref _subwordsOf[id], ids);
        return ids;
    }
}
