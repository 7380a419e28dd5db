using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Fuzz;

/// <summary>Reads folders of labels and texts: a line of the input is a path, the rest of it, after a bar, the content.</summary>
internal sealed class FolderTarget : IFuzzTarget
{
    private const long MostForAny = 4 << 20;

    /// <summary>Each file has a block of its own.</summary>
    private const long MostPerFile = 1 << 18;

    private readonly string _folder = Directory.CreateTempSubdirectory("MaxPoolConvNet-").FullName;
    private readonly ByteMutator _mutator;

    public FolderTarget() => _mutator = new ByteMutator(Corpus, ["\n", "a/", "b/", ".hidden/", "/c|", "|", "\r", "é", "\uFEFF", "\0"]);

    public string Name => "folder";

    public IReadOnlyList<byte[]> Corpus { get; } = [Encoding.UTF8.GetBytes("a/1|one\nb/1|two\rlines\na/2|\n.hidden/x|y"), Encoding.UTF8.GetBytes("good é/a.txt|x\nbad/b.txt|y")];

    public byte[] Make(Random random) => _mutator.Make(random);

    public void Read(byte[] input)
    {
        string root = Path.Combine(_folder, "texts");
        if (Directory.Exists(root)) Directory.Delete(root, recursive: true);
        Directory.CreateDirectory(root);
        foreach (byte[] line in Lines(input))
            Write(root, line);
        LabeledTextFile.Read(root);
    }

    public bool IsDocumented(Exception problem) => problem is InvalidDataException;

    public long MostAllocated(byte[] input) => MostForAny + (MostPerFile * Lines(input).Count);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static List<byte[]> Lines(byte[] input)
    {
        List<byte[]> lines = [];
        foreach (Range range in ((ReadOnlySpan<byte>)input).Split((byte)'\n'))
            lines.Add(input[range]);
        return lines;
    }

    /// <summary>Writes a file, unless its name isn't one or leads out of the folder.</summary>
    private static void Write(string root, byte[] line)
    {
        int end = Array.IndexOf(line, (byte)'|');
        string name = Encoding.UTF8.GetString(line, 0, Math.Max(end, 0));
        if (end < 0 || name.Contains("..", StringComparison.Ordinal) || name.Contains('\0', StringComparison.Ordinal) || name.StartsWith('/') || name.EndsWith('/')) return;
        try
        {
            string path = Path.Combine(root, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, line[(end + 1)..]);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // too long, or a folder of that name
        }
    }
}
