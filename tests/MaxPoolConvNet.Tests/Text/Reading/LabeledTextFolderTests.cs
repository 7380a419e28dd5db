using System.IO.Compression;
using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>A folder with a sub-folder for each label and a file for each text.</summary>
public sealed class LabeledTextFolderTests : IDisposable
{
    private const string Expected = "a sub-folder per label with a file per text was expected";

    private readonly TemporaryFile _folder = new("reviews");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_OrdersLabelsAndTextsByName_WhateverTheOrderOnTheDisk()
    {
        foreach (string name in new[] { "pos/b.txt", "neg/10.txt", "pos/a.txt", "neg/9.txt", "Pos/c.txt" })
            Write(name, $"the text {name}");

        LabeledTexts texts = Read();

        Assert.Equal(
            [new("Pos", "the text Pos/c.txt"), new("neg", "the text neg/10.txt"), new("neg", "the text neg/9.txt"), new("pos", "the text pos/a.txt"), new("pos", "the text pos/b.txt")],
            texts);
        Assert.Equal("folder, one sub-folder per label, UTF-8", $"{texts.Form}");
        Assert.Equal((LabeledTextFormat.Folder, 0, null), (texts.Form.Format, texts.SkippedCount, texts.Doubt));
    }

    [Fact]
    public void Read_TakesTheWholeFileAsTheText()
    {
        Write("pos/a.txt", "\uFEFF label\ttext\r\n\r\n__label__x {\"a\": 1}\nlast \n");

        Assert.Equal([new LabeledText("pos", "label\ttext\r\n\r\n__label__x {\"a\": 1}\nlast")], Read());
    }

    [Fact]
    public void Read_LeavesOutFilesOfSystemsAndThoseBesideTheSubFolders()
    {
        foreach (string name in new[] { "pos/a.txt", "pos/.DS_Store", ".git/config", "README", "urls_pos.txt", "pos/Thumbs.db", "pos/desktop.ini", "__MACOSX/pos/a.txt" })
            Write(name, "text");

        Assert.Equal([new LabeledText("pos", "text")], Read());
    }

    [Fact]
    public void Read_SkipsAndCountsEmptyFiles()
    {
        Write("neg/a.txt", "");
        Write("neg/b.txt", " \r\n");
        Write("pos/a.txt", "text");

        LabeledTexts texts = Read();

        Assert.Equal([new LabeledText("pos", "text")], texts);
        Assert.Equal(2, texts.SkippedCount);
    }

    [Fact]
    public void Read_FindsTheEncodingOfEachFile()
    {
        Write("neg/a.txt", Encoding.Unicode.GetBytes("\uFEFFschön"));
        Write("pos/a.txt", "schön");
        Write("pos/b.txt.gz", Packed("schön"));

        LabeledTexts texts = Read();

        Assert.All(texts, text => Assert.Equal("schön", text.Text));
        Assert.Equal("UTF-16 and UTF-8", texts.Form.Encoding);
        Write("neg/a.txt", "sch\u00f6n"u8.ToArray()[..4]);
        AssertError("a.txt, line 1: the byte 0xC3 at offset 3 is not UTF-8", InNeg("a.txt"));
        Write("neg/a.txt", [0x73, 0xF6]);
        Write("pos/a.txt", [0x73, 0xF6]);
        Write("pos/b.txt.gz", [0x73, 0xF6]);
        Assert.Equal("sö", Read(new LabeledTextFileOptions { Encoding = "windows-1252" })[0].Text);
    }

    [Fact]
    public void Read_NamesAFileThatIsNoText()
    {
        Write("neg/a.zip", "PK\u0003\u0004 and more"u8.ToArray());

        AssertError($"{InNeg("a.zip")} is a zip archive, not a file of texts", "");
    }

    [Fact]
    public void Read_RefusesAFolderOfAnotherLayout_AndSaysWhatWasExpected()
    {
        Directory.CreateDirectory(_folder.Path);
        Write("a.txt", "text");
        AssertError($"{_folder.Path}: no sub-folders in the folder; {Expected}", "");

        Directory.CreateDirectory(InNeg(""));
        AssertError($"no files in the folder; {Expected}", Path.Combine(_folder.Path, "neg"));

        Write("neg/pos/a.txt", "text");
        AssertError($"{InNeg("pos")} is a folder within the sub-folder of a label; {Expected}. If it is the label, read ", "");
    }

    [Fact]
    public void Read_RefusesAFolderWithoutTexts()
    {
        Write("neg/a.txt", "");

        AssertError($"{_folder.Path}: all texts in the folder are empty", "");
    }

    [Fact]
    public void Read_RefusesOptionsOfTables_AndAFolderWhereThereIsNone()
    {
        Write("neg/a.txt", "text");

        Assert.Contains("leave out columns, separators and header, which are for tables", Assert.Throws<ArgumentException>(() => Read(new LabeledTextFileOptions { HasHeader = true })).Message, StringComparison.Ordinal);
        Assert.Contains("the format Csv requires a file", Assert.Throws<ArgumentException>(() => Read(new LabeledTextFileOptions { Format = LabeledTextFormat.Csv })).Message, StringComparison.Ordinal);
        var options = new LabeledTextFileOptions { Format = LabeledTextFormat.Folder };
        Assert.Single(Read(options));
        Assert.Contains("isn't a folder", Assert.Throws<ArgumentException>(() => LabeledTextFile.Read(InNeg("a.txt"), options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadAll_GivesAStreamsTextsWithTheirForm()
    {
        using var stream = new MemoryStream("text,label\na,x\n,y\nb,y\n"u8.ToArray());

        LabeledTexts texts = LabeledTextFile.ReadAll(stream, "upload.csv");

        Assert.Equal([new("x", "a"), new("y", "b")], texts);
        Assert.Equal((1, true), (texts.SkippedCount, texts.Form.HasHeader));
        Assert.True(stream.CanRead);
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private string InNeg(string name) => Path.Combine(_folder.Path, "neg", name);

    private void Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    private void Write(string name, byte[] content)
    {
        string path = Path.Combine([_folder.Path, .. name.Split('/')]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    private LabeledTexts Read(LabeledTextFileOptions? options = null) => LabeledTextFile.Read(_folder.Path, options);

    private void AssertError(string message, string place)
    {
        string error = Assert.Throws<InvalidDataException>(() => Read()).Message;
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.StartsWith(place, error, StringComparison.Ordinal);
    }
}
