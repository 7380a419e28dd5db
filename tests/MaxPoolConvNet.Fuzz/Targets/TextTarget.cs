namespace MaxPoolConvNet.Fuzz;

/// <summary>Something that takes any text: it throws nothing.</summary>
/// <param name="name">The name on the command line.</param>
/// <param name="take">Takes a text.</param>
/// <param name="mostPerCharacter">The most bytes that may be allocated per character, beside what any text takes.</param>
internal sealed class TextTarget(string name, Action<string> take, int mostPerCharacter) : IFuzzTarget
{
    private const long MostForAny = 4 << 20;

    private readonly ByteMutator _mutator = new(TextCorpus.Utf16, TextCorpus.Pieces);

    public string Name => name;

    public IReadOnlyList<byte[]> Corpus => TextCorpus.Utf16;

    public byte[] Make(Random random) => _mutator.Make(random);

    /// <param name="input">The bytes of a text in UTF-16, with lone surrogates, too.</param>
    public void Read(byte[] input) => take(string.Create(input.Length / sizeof(char), input, static (text, bytes) =>
    {
        for (int at = 0; at < text.Length; at++)
            text[at] = (char)(bytes[2 * at] | (bytes[(2 * at) + 1] << 8));
    }));

    public bool IsDocumented(Exception problem) => false;

    public long MostAllocated(byte[] input) => MostForAny + ((long)mostPerCharacter * input.Length / sizeof(char));

    public void Dispose()
    {
    }
}
