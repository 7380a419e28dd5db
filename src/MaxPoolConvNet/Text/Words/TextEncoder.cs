namespace MaxPoolConvNet.Text;

/// <summary>Converts a text to word ids: looks up its tokens; unknown ones are skipped or get the unknown word's id.</summary>
internal sealed class TextEncoder(ITokenizer tokenizer, Vocabulary vocabulary)
{
    private readonly bool _hasSubwords = tokenizer is SubwordTokenizer;

    public ITokenizer Tokenizer => tokenizer;

    public Vocabulary Vocabulary => vocabulary;

    public void Encode(ReadOnlySpan<char> text, EncodedText encoded)
    {
        encoded.Clear();
        tokenizer.Tokenize(text, encoded.Tokens);
        for (int at = 0; at < encoded.Tokens.Count; at++)
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
            if (id >= 0 || !_hasSubwords || !SubwordTokenizer.IsSubword(word)) encoded.Words++;
        }
    }
}
