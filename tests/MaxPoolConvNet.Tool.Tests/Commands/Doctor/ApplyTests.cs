using System.IO.Compression;
using System.Text;

namespace MaxPoolConvNet.Tool.Tests;

/// <summary>A corrected copy has everything that the data has; only corrected labels differ.</summary>
public sealed class ApplyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string, string, string> Kept => new()
    {
        {
            "data.csv", "\uFEFFid;label;text;note\r\n1;\"neg\";\"bad; really \"\"bad\"\"\";\"a\r\nb\"\r\n\r\n2;pos;good one;\r\n3;neg; \"quoted\" inside;x",
            "number,label,corrected,text\n1,neg,a;b,\"bad; really \"\"bad\"\"\"\n3,neg,pos,\"\"\"quoted\"\" inside\"\n",
            "\uFEFFid;label;text;note\r\n1;\"a;b\";\"bad; really \"\"bad\"\"\";\"a\r\nb\"\r\n\r\n2;pos;good one;\r\n3;pos; \"quoted\" inside;x"
        },
        {
            "data.tsv", "neg\tbad film\nneg\ta \"good\" film\tand more\npos\tgood film\n",
            "number,label,corrected,text\n2,neg,pos,\"a \"\"good\"\" film\tand more\"\n",
            "neg\tbad film\npos\ta \"good\" film\tand more\npos\tgood film\n"
        },
        {
            "data.csv", "text,who,label\nbad film,me,neg\n  ,nobody,pos\ngood film,you,neg\n",
            "number,label,corrected,text\n2,neg,\"very, very \"\"pos\"\"\",good film\n",
            "text,who,label\nbad film,me,neg\n  ,nobody,pos\ngood film,you,\"very, very \"\"pos\"\"\"\n"
        },
        {
            "data.csv", "Reviews,\n,\ntext,label\nbad film,neg\n,\ngood film,neg\n",
            "number,label,corrected,text\n2,neg,pos,good film\n",
            "Reviews,\n,\ntext,label\nbad film,neg\n,\ngood film,pos\n"
        },
        {
            "data.jsonl", "{\"id\": 1, \"text\": \"caf\\u00e9 😀\", \"label\": \"neg\", \"more\": {\"label\": \"x\"}}\n{\"label\":\"neg\",\"text\":\"good\",\"n\":[1, 2]}\n",
            "number,label,corrected,text\n1,neg,café,café 😀\n2,neg,pos,good\n",
            "{\"id\": 1, \"text\": \"caf\\u00e9 😀\", \"label\": \"café\", \"more\": {\"label\": \"x\"}}\n{\"label\":\"pos\",\"text\":\"good\",\"n\":[1, 2]}\n"
        },
        {
            "data.json", "[\n  {\"text\": \"bad\", \"label\": 0},\n  {\"text\": \"good\", \"label\": 0, \"by\": null}\n]\n",
            "number,label,corrected,text\n2,0,1,good\n",
            "[\n  {\"text\": \"bad\", \"label\": 0},\n  {\"text\": \"good\", \"label\": 1, \"by\": null}\n]\n"
        },
        {
            "data.json", "[{\"text\": \"bad\", \"label\": [\"neg\", \"long\"]}, {\"text\": \"good\", \"label\": [ \"neg\" ], \"x\": 1}]",
            "number,label,corrected,text\n2,neg,pos|long,good\n",
            "[{\"text\": \"bad\", \"label\": [\"neg\", \"long\"]}, {\"text\": \"good\", \"label\": [\"long\",\"pos\"], \"x\": 1}]"
        },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Kept))]
    public void TheCopy_HasAllThatTheDataHas(string name, string data, string corrections, string expected)
    {
        string path = _folder.Write(name, data);
        string copy = _folder.PathOf($"copy{Path.GetExtension(name)}");

        ToolRun run = ToolRun.Of("doctor", path, "--apply", _folder.Write("check.csv", corrections), "--output", copy);

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error.Contains("alone", StringComparison.Ordinal) ? run.Error : ""));
        Assert.Equal(Encoding.UTF8.GetBytes(expected), File.ReadAllBytes(copy));
        Assert.Equal(Encoding.UTF8.GetBytes(data), File.ReadAllBytes(path));
    }

    [Fact]
    public void WithoutCorrections_TheCopyIsTheSame()
    {
        string path = _folder.Write("data.csv", "\uFEFFlabel , text\r\nneg,\"bad, \"\r\n\r\n pos , good ,\"\"\r\n".Replace(",\"\"", "", StringComparison.Ordinal));

        ToolRun.Of("doctor", path, "--apply", _folder.Write("check.csv", "number,label,corrected,text\n"), "--output", _folder.PathOf("copy.csv"));

        Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(_folder.PathOf("copy.csv")));
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("iso-8859-1", false)]
    public void TheEncoding_IsKept(string name, bool isDetected)
    {
        var encoding = Encoding.GetEncoding(name);
        string data = (isDetected ? "\uFEFF" : "") + string.Concat(Enumerable.Range(0, 20).Select(n => $"{(n % 2 == 0 ? "neg" : "pos")}\tcafé number {n}\n"));
        string path = _folder.Write("data.tsv", encoding.GetBytes(data));
        string[] form = isDetected ? [] : ["--encoding", name];

        ToolRun run = ToolRun.Of(
            ["doctor", path, "--apply", _folder.Write("check.csv", "number,label,corrected,text\n3,neg,né,café number 2\n"), "--output", _folder.PathOf("copy.tsv"), .. form]);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal(data.Replace("neg\tcafé number 2\n", "né\tcafé number 2\n", StringComparison.Ordinal), encoding.GetString(File.ReadAllBytes(_folder.PathOf("copy.tsv"))));
    }

    [Fact]
    public void ALabelThatTheDataCantHave_IsNamed_AndNothingIsWritten()
    {
        string latin = _folder.Write("data.tsv", Encoding.Latin1.GetBytes("neg\tcafé\npos\tthé\n"));
        string table = _folder.Write("check.csv", "number,label,corrected,text\n1,neg,日,café\n");
        ToolRun.Of("doctor", latin, "--encoding", "iso-8859-1", "--apply", table, "--output", _folder.PathOf("copy.tsv"))
            .AssertError("a corrected label has a character that iso-8859-1, the encoding of the data, doesn't have");

        string bare = _folder.Write("bare.tsv", "neg\ta \"bad\" film\tand more\npos\tgood\n");
        foreach (string label in new[] { "\"a\tb\"", "\"\"\"a\"\"\"", "\"a\nb\"" })
        {
            table = _folder.Write("check.csv", $"number,label,corrected,text\n2,pos,{label},good\n");
            ToolRun.Of("doctor", bare, "--apply", table, "--output", _folder.PathOf("copy.tsv"))
                .AssertError("begins with a quote, or has a line break or the character that separates the fields; the data has no quotes around labels");
        }

        Assert.False(File.Exists(_folder.PathOf("copy.tsv")));
    }

    [Fact]
    public void ACompressedFile_GivesACompressedOrAPlainCopy()
    {
        byte[] data = "label,text,id\nneg,bad,1\nneg,good,2\n"u8.ToArray();
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(data);
        string path = _folder.Write("data.csv.gz", packed.ToArray());
        string table = _folder.Write("check.csv", "number,label,corrected,text\n2,neg,pos,good\n");

        ToolRun.Of("doctor", path, "--apply", table, "--output", _folder.PathOf("copy.csv"));
        ToolRun.Of("doctor", path, "--apply", table, "--output", _folder.PathOf("copy.csv.gz"));

        const string Expected = "label,text,id\nneg,bad,1\npos,good,2\n";
        Assert.Equal(Expected, File.ReadAllText(_folder.PathOf("copy.csv")));
        using var unpacked = new StreamReader(new GZipStream(File.OpenRead(_folder.PathOf("copy.csv.gz")), CompressionMode.Decompress));
        Assert.Equal(Expected, unpacked.ReadToEnd());
    }

    [Theory]
    [InlineData("data.csv", "label,text,id\nneg,bad,1\nneg,good,2\n", "copy.jsonl", "copy.jsonl has labels and texts alone: name it *.csv, as DATA, to keep the rest")]
    [InlineData("data.txt", "__label__neg bad\n__label__neg good\n", "copy.txt", "copy.txt has labels and texts alone: fastText's __label__, UTF-8 can't be written")]
    [InlineData("data.csv", "text,neg,pos\nbad,1,0\ngood,1,0\n", "copy.csv", "copy.csv has labels and texts alone: there are several label columns")]
    public void ACopyOfLabelsAndTextsAlone_SaysWhy(string name, string data, string copy, string note)
    {
        string table = _folder.Write("check.csv", "number,label,corrected,text\n2,neg,pos,good\n");
        string[] columns = data.StartsWith("text,neg", StringComparison.Ordinal) ? ["--label-column", "neg,pos"] : [];

        ToolRun run = ToolRun.Of(["doctor", _folder.Write(name, data), "--apply", table, "--output", _folder.PathOf(copy), .. columns]);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains(note, run.Error, StringComparison.Ordinal);
        Assert.Contains("pos", File.ReadAllText(_folder.PathOf(copy)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("copy.xlsx", "but doctor doesn't write .xlsx; a name with .csv or .jsonl was expected")]
    [InlineData("copy.parquet", "but doctor doesn't write .parquet; a name with .csv or .jsonl was expected")]
    public void AWorkbook_IsNotWritten(string copy, string message)
    {
        string path = _folder.Write("data.csv", "label,text\nneg,bad\nneg,good\n");
        string table = _folder.Write("check.csv", "number,label,corrected,text\n2,neg,pos,good\n");

        ToolRun.Of("doctor", path, "--apply", table, "--output", _folder.PathOf(copy)).AssertError(message);
        Assert.False(File.Exists(_folder.PathOf(copy)));
    }

    [Theory]
    [InlineData("3,neg,pos,good\n", "there is no text 3")]
    [InlineData("2,pos,neg,good\n", "had the label 'pos', but has 'neg' now; the data has changed")]
    [InlineData("2,neg,pos,better\n", "is another one now; the data has changed")]
    public void ARowThatIsntThereOrHasChanged_IsNamed_AndNothingIsWritten(string correction, string message)
    {
        string path = _folder.Write("data.csv", "id,label,text\n1,neg,bad\n2,neg,good\n");
        string table = _folder.Write("check.csv", $"number,label,corrected,text\n{correction}");

        ToolRun.Of("doctor", path, "--apply", table, "--output", _folder.PathOf("copy.csv")).AssertError(message);

        Assert.False(File.Exists(_folder.PathOf("copy.csv")));
    }
}
