using System.IO.Compression;
using System.Text;

namespace MaxPoolConvNet.Tests;

/// <summary>Small files of labeled texts, in each form that the sample reads.</summary>
internal static class SampleTexts
{
    public const int Count = 24;

    public static string Tab { get; } = Lines("{0}\t{1}");

    public static string Space { get; } = Lines("{0} {1}");

    public static string FastText { get; } = Lines("__label__{0} {1}");

    public static string Csv { get; } = "label,text\n" + Lines("{0},\"{1}\"");

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Gzip(string text)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Bytes(text));
        return compressed.ToArray();
    }

    private static string Lines(string form) => string.Concat(Enumerable.Range(0, Count).Select(t => string.Format(
        null, form, t % 2 == 0 ? "pos" : "neg", t % 2 == 0 ? $"a superb film, {t}" : $"a dreadful film, {t}") + "\n"));
}
