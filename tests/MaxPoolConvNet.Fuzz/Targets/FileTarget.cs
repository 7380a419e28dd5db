namespace MaxPoolConvNet.Fuzz;

/// <summary>A reader of files: writes an input to one, which it names in errors.</summary>
/// <param name="name">The name on the command line.</param>
/// <param name="corpus">Good inputs.</param>
/// <param name="make">Makes inputs.</param>
/// <param name="read">Reads the file at a path.</param>
/// <param name="mostPerByte">The most bytes that may be allocated per byte of the input, beside what any input takes.</param>
/// <param name="mostForBlanks">The most bytes for what an input leaves out.</param>
internal sealed class FileTarget(
    string name, IReadOnlyList<byte[]> corpus, Func<Random, byte[]> make, Action<string> read, int mostPerByte, int mostForBlanks = 0) : IFuzzTarget
{
    private const long MostForAny = 4 << 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("MaxPoolConvNet-").FullName;

    public string Name => name;

    public IReadOnlyList<byte[]> Corpus => corpus;

    public byte[] Make(Random random) => make(random);

    public void Read(byte[] input)
    {
        string path = Path.Combine(_folder, "file");
        File.WriteAllBytes(path, input);
        try
        {
            read(path);
        }
        catch (InvalidDataException problem) when (!problem.Message.StartsWith(path, StringComparison.Ordinal))
        {
            throw new BrokenPromiseException($"the message doesn't begin with the file: {problem.Message}");
        }
    }

    public bool IsDocumented(Exception problem) => problem is InvalidDataException;

    public long MostAllocated(byte[] input) => MostForAny + mostForBlanks + ((long)mostPerByte * input.Length);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
