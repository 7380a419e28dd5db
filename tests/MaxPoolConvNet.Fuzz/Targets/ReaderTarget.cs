namespace MaxPoolConvNet.Fuzz;

/// <summary>A reader of bytes that throws <see cref="InvalidDataException"/> for bad ones.</summary>
/// <param name="name">The name on the command line.</param>
/// <param name="corpus">Good inputs.</param>
/// <param name="make">Makes inputs.</param>
/// <param name="read">Reads an input.</param>
/// <param name="mostPerByte">The most bytes that may be allocated per byte of the input, beside what any input takes.</param>
internal sealed class ReaderTarget(
    string name, IReadOnlyList<byte[]> corpus, Func<Random, byte[]> make, Action<byte[]> read, int mostPerByte) : IFuzzTarget
{
    /// <summary>What any input may take: blocks, first lines, the tables of a reader.</summary>
    private const long MostForAny = 2 << 20;

    public string Name => name;

    public IReadOnlyList<byte[]> Corpus => corpus;

    public byte[] Make(Random random) => make(random);

    public void Read(byte[] input) => read(input);

    public bool IsDocumented(Exception problem) => problem is InvalidDataException;

    public long MostAllocated(byte[] input) => MostForAny + ((long)mostPerByte * input.Length);

    public void Dispose()
    {
    }
}
