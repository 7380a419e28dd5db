using System.IO.Compression;
using System.Text;

namespace MaxPoolConvNet.Fuzz;

/// <summary>Files of labeled texts in each form, and what their readers treat in a special way.</summary>
internal static class TableCorpus
{
    private static readonly string[] _labels = ["positive", "negative", "so, so"];

    public static string[] Tokens { get; } =
    [
        "\"", "\"\"", ",", ";", "\t", "|", "\r\n", "\n", "\r", "\uFEFF", "label,text\n", "sep=;\n", "\\", "'", "  ", "\0", "é", "😀", "__label__",
        "{", "}", "[", "]", ":", "null", "true", "\\u", "\\ud800", "\"label\":", "\"text\":", "0", "1",
    ];

    public static byte[][] Csv { get; } =
    [
        Utf8("label,text\n" + Rows(",")), Utf8("text;sentiment;id\r\n\"a \"\"b\"\"\nc\";good;1\r\nd;bad;2\r\ne;good;3\r\n"), Utf8("sep=;\nlabel;text\na;x\nb;y\n"),
        Utf8("\uFEFFcategory|body|text\na|b|c\nd|e|f\n"), Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("label,text\nà,b\nc,d\n")).ToArray(),
        Utf8("text,toxic,insult\na b,0,1\nc,1,0\nd,0,0\n"), Utf8("label,text\ra,b\rc,d\r"),
    ];

    public static byte[][] Tsv { get; } = [Utf8(Rows("\t")), Utf8("0\ta \"quoted\" one\n1\tb\n0\tc\n"), Utf8("label\ttext\na\tb\n\nc\td\n")];

    public static byte[][] Json { get; } =
    [
        Utf8("{\"label\":\"a\",\"text\":\"x \\u00e9\\n\"}\n{\"label\":1,\"text\":\"y\"}\n"), Utf8("[{\"text\":\"x\",\"labels\":[\"a\",\"b\"]},\n{\"text\":null,\"labels\":[]}]"),
        Utf8("{\n \"label\": true,\n \"text\": \"x\"\n}\n"), Utf8("{\"text\":\"x\",\"a\":1,\"b\":false,\"label\":\"a\"}\n"),
    ];

    public static byte[][] FastText { get; } = [Utf8("__label__a x y\n__label__b z\n"), Utf8("__label__a __label__b x\n__label__c y\n")];

    public static byte[][] Spaced { get; } = [Utf8("1 a good film\n0 a bad film\n1 fine\n0 not\n"), Utf8("good: a film\nbad: a, b\ngood: c\n"), Utf8("DESC:def What is it ?\nNUM:date When ?\nDESC:def Why ?\n")];

    public static byte[][] Lines { get; } = [Utf8("a\nb\r\n\nc"), Utf8("text\tid\na\t1\n"), Utf8("{\"text\":\"a\"}\n")];

    /// <summary>Suspects with corrections, as <c>doctor --csv</c> writes them.</summary>
    public static byte[][] Corrections { get; } =
    [
        Utf8("\uFEFFnumber,suspicion,label,suggested,corrected,reason,text\r\n1,0.9,a,b,b,\"x, y\",\"one\ntwo\"\r\n3,0.8,b,a,,z,three\r\n2,0.7,b,a,c|d,z,'=two\r\n"),
        Utf8("number;label;corrected;text\n1;a;b;one\n"),
    ];

    /// <summary>Word vectors as text.</summary>
    public static byte[][] TextVectors { get; } = [Utf8("2 3\nthe 0.1 -2e-3 3\nof 1 2 3\n"), Utf8(". . . 0.5 1\nword 2 3\n\nword 4 5\n"), Utf8("\uFEFFé 1\na 2\r\n")];

    /// <summary>Word vectors in word2vec's binary form.</summary>
    public static byte[][] BinaryVectors { get; } = [[.. "2 3\n"u8, .. "the "u8, .. Floats(1, 2, 3), .. "\nof "u8, .. Floats(-1, 0, 1e-9f), .. "\n"u8], [.. "1 1\nx "u8, .. Floats(0)]];

    /// <summary>Packs bytes with gzip.</summary>
    public static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    private static string Rows(string separator) =>
        string.Concat(Enumerable.Range(0, 12).Select(row => $"{(separator == "," && row % 3 == 2 ? $"\"{_labels[2]}\"" : _labels[row % 2])}{separator}text {row} of some words\n"));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Floats(params float[] numbers) => [.. numbers.SelectMany(BitConverter.GetBytes)];
}
