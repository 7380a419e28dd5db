using System.IO.Compression;
using System.Text;

namespace MaxPoolConvNet.Tool.Tests;

/// <summary>predict --output: the parts, one after the other, are what predict prints.</summary>
public sealed class PartsTests(TrainedModels models) : IClassFixture<TrainedModels>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, byte[]> Contents()
    {
        string[] lines = [.. Enumerable.Range(0, 300).Select(t => $"film {t} {(t % 7 < 3 ? "superb" : "dreadful")}")];
        return new()
        {
            { "lines.txt", Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n") },
            { "no-end.txt", Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\nсуперб é") },
            { "crlf.txt", Encoding.UTF8.GetBytes(string.Join("\r\n", lines)) },
            { "returns.txt", Encoding.UTF8.GetBytes(string.Join('\r', lines)) },
            { "mark.txt", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join('\n', lines))] },
            { "marks.txt", Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => $"\uFEFF{line}\n"))) },
            { "foreign.txt", Encoding.UTF8.GetBytes("superb\n" + string.Concat(lines.Select(line => $"%PDF-\nPAR1\n{{\"text\":\"{line}\"}}\nPK\u0003\u0004\n"))[..9000]) },
            { "long.txt", Encoding.UTF8.GetBytes($"superb\n{string.Concat(Enumerable.Repeat("dreadful superb ", 8000))}\nsuperb\n") },
            { "first-long.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("dreadful\rsuperb ", 8000)) + "\nsuperb\n") },
            { "blank.txt", Encoding.UTF8.GetBytes(new string('\n', 3000)) },
            { "empty.txt", [] },
            { "quotes.csv", Encoding.UTF8.GetBytes("text,id\n" + string.Concat(lines.Select((line, t) => $"\"{line}\n\n{line}\n\",{t}\n"))) },
            { "quotes", Encoding.UTF8.GetBytes("text,id\n" + string.Concat(lines.Select((line, t) => $"\"{line}\n\n{line}\n\",{t}\n"))) },
            { "lines.jsonl", Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => $"{{\"text\":\n\"{line}\"}}\n"))) },
            { "utf16.txt", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(string.Join('\n', lines))] },
            { "lines.txt.gz", Packed(Encoding.UTF8.GetBytes(string.Concat(lines.Select((line, t) => $"{line} {t * 7919L}\n")))) },
        };
    }

    [Theory]
    [MemberData(nameof(Contents))]
    public void AFileInParts_GivesTheSameBytes(string name, byte[] content)
    {
        string file = _folder.Write(name, content);
        foreach (string[] form in new string[][] { [], ["--json"] })
        {
            ToolRun whole = ToolRun.Of(["predict", models.One, file, .. form]);

            ToolRun run = ToolRun.Of(["predict", models.One, file, "--output", _folder.PathOf($"out{form.Length}"), "--part-size", "1KB", .. form]);

            Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Output));
            Assert.Equal(whole.Output, Joined($"out{form.Length}"));
        }
    }

    [Fact]
    public void SeveralFiles_KeepTheirOrder()
    {
        string[] files = [.. Contents().Select(row => _folder.Write(row.Data.Item1, row.Data.Item2))];
        ToolRun whole = ToolRun.Of(["predict", models.One, .. files]);

        ToolRun run = ToolRun.Of(["predict", models.One, .. files, "--output", _folder.PathOf("out"), "--part-size", "2KB", "--threads", "1"]);

        Assert.Equal(ExitCode.Success, whole.ExitCode);
        Assert.Equal(whole.Output, Joined("out"));
        string counted = $"{Parts("out").Length:N0} parts in {_folder.PathOf("out")}\n";
        Assert.Equal(whole.Error.ReplaceLineEndings("\n") + counted, run.Error.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void PlainLinesAreDivided_AndTablesAreNot()
    {
        Dictionary<string, int> parts = Contents().ToDictionary(row => row.Data.Item1, row =>
        {
            string output = row.Data.Item1 + ".out";
            ToolRun.Of(["predict", models.One, _folder.Write(row.Data.Item1, row.Data.Item2), "--output", _folder.PathOf(output), "--part-size", "1KB"]);
            return Parts(output).Length;
        });

        string[] divided = ["blank.txt", "crlf.txt", "foreign.txt", "lines.txt", "long.txt", "mark.txt", "marks.txt", "no-end.txt"];
        Assert.Equal(divided, parts.Where(pair => pair.Value > 1).Select(pair => pair.Key).Order(StringComparer.Ordinal));
        Assert.All(parts.Values, count => Assert.InRange(count, 1, 200));
    }

    [Fact]
    public void RunAgain_OnlyMissingPartsAreWritten()
    {
        string[] arguments = ["predict", models.One, _folder.Write("lines.txt", Contents().First().Data.Item2), "--output", _folder.PathOf("out"), "--part-size", "1KB"];
        ToolRun.Of(arguments);
        string expected = Joined("out");
        string[] parts = Parts("out");
        File.WriteAllText(parts[0], "kept\n");
        File.Move(parts[1], parts[1] + ".new");
        File.WriteAllText(parts[1] + ".new", "half of it");
        DateTime before = File.GetLastWriteTimeUtc(parts[2]);

        ToolRun run = ToolRun.Of([.. arguments, "--threads", "1"]);

        Assert.EndsWith($"{parts.Length} parts in {_folder.PathOf("out")}, of which {parts.Length - 1} were there already\n", run.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(before, File.GetLastWriteTimeUtc(parts[2]));
        Assert.StartsWith("kept\n", Joined("out"), StringComparison.Ordinal);
        Assert.EndsWith(Joined("out")["kept\n".Length..], expected, StringComparison.Ordinal);
        Assert.Equal([.. parts.Select(Path.GetFileName), "predictions.json"], Directory.GetFiles(_folder.PathOf("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AnotherModelOptionOrFile_IsAnErrorThatSaysWhich()
    {
        string file = _folder.Write("lines.txt", "superb\ndreadful\n");
        string[] output = ["--output", _folder.PathOf("out")];
        ToolRun.Of(["predict", models.One, file, .. output]);

        ToolRun.Of(["predict", models.Several, file, .. output]).AssertError($"--output {_folder.PathOf("out")} has the predictions of another run: model is sha256:");
        ToolRun.Of(["predict", models.One, file, .. output, "--top", "2"]).AssertError("options is --top 2 instead of none; pass another folder");
        ToolRun.Of(["predict", models.One, file, file, .. output]).AssertError("instead of none; pass another folder");
        ToolRun.Of(["predict", models.One, file, .. output, "--part-size", "1KB"]).AssertError("part size is 1000 bytes instead of 64000000 bytes");
        File.SetLastWriteTimeUtc(file, new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        ToolRun.Of(["predict", models.One, file, .. output]).AssertError($"file 1 is {file}: 16 bytes of 2020-01-02T03:04:05.0000000Z, 1 parts instead of ");
    }

    [Fact]
    public void AFolderThatCannotBeUsed_IsAnError()
    {
        string file = _folder.Write("lines.txt", "superb\n");
        string other = Directory.CreateDirectory(_folder.PathOf("other")).FullName;
        _folder.Write("other/notes.txt", "mine");
        _folder.Write("other/lines.txt", "superb\n");
        Directory.CreateDirectory(_folder.PathOf("broken"));
        _folder.Write("broken/predictions.json", "[1]");

        ToolRun.Of("predict", models.One, file, "--output", other).AssertError("and no predictions.json; a new or empty folder was expected");
        ToolRun.Of("predict", models.One, Path.Combine(other, "lines.txt"), "--output", other).AssertError("lines.txt is in the folder of --output; name another folder");
        ToolRun.Of("predict", models.One, file, "--output", file).AssertError($"--output {file} is a file; a folder was expected");
        ToolRun.Of("predict", models.One, file, "--output", " ").AssertError("--output is empty; a folder was expected");
        ToolRun.Of("predict", models.One, file, "--output", _folder.PathOf("broken")).AssertError("isn't a list of what maxpool predict --output has written; pass another folder");
        ToolRun.Of("predict", models.One, "--output", _folder.PathOf("out")).AssertError("standard input can't be divided into parts; with --output, pass files");
        ToolRun.Of("predict", models.One, _folder.PathOf("nowhere"), "--output", _folder.PathOf("out")).AssertError($"There is no file {_folder.PathOf("nowhere")} to read texts from.");
        ToolRun.Of("predict", models.One, file, "--part-size", "1KB").AssertError("--part-size is for --output, which names the folder");
        Assert.False(Directory.Exists(_folder.PathOf("out")));
    }

    [Fact]
    public void AFolderThatAnotherRunWritesTo_IsAnError()
    {
        string file = _folder.Write("lines.txt", "superb\n");
        Directory.CreateDirectory(_folder.PathOf("out"));
        using FileStream running = new(_folder.PathOf("out/predictions.lock"), FileMode.CreateNew, FileAccess.Write, FileShare.None);

        ToolRun.Of("predict", models.One, file, "--output", _folder.PathOf("out")).AssertError($"another run writes to --output {_folder.PathOf("out")}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(77)]
    [InlineData(299)]
    public void ABadLine_IsNamedAsWithoutParts(int line)
    {
        byte[] content = [.. Enumerable.Range(0, 300).SelectMany(t => Encoding.UTF8.GetBytes($"film {t} superb\n"))];
        content[Encoding.UTF8.GetString(content).IndexOf($"film {line} ", StringComparison.Ordinal)] = 0xE9;
        string file = _folder.Write("bad.txt", content);
        string error = ToolRun.Of("predict", models.One, file).Error;

        ToolRun run = ToolRun.Of("predict", models.One, file, "--output", _folder.PathOf("out"), "--part-size", "1KB");

        Assert.Equal((ExitCode.BadInput, error), (run.ExitCode, run.Error));
        Assert.Contains($"bad.txt, line {line + 1}: the byte 0xE9 at offset ", error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.PathOf("out"), "*.new"));
    }

    private static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(content);
        return packed.ToArray();
    }

    private string[] Parts(string output) => [.. Directory.GetFiles(_folder.PathOf(output), "part-*").Order(StringComparer.Ordinal)];

    private string Joined(string output) => string.Concat(Parts(output).Select(File.ReadAllText));
}
