using System.Text;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Files;

namespace MaxPoolConvNet.Tool.Tests;

public sealed class LineRangeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void RangesOfAnyLength_GiveAllLinesOnce()
    {
        var random = new Random(5);
        for (int round = 0; round < 60; round++)
        {
            string content = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => random.Next(6) switch
            {
                0 => "\n",
                1 => "\r\n",
                2 => "é\uFEFF\n",
                3 => "\uFEFF",
                4 => new string('x', random.Next(20)),
                _ => "\r日本\n",
            }));
            string file = _folder.Write("file", content);
            string[] whole = [.. TextFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(content)), file, LineRange.Options)];

            for (int size = 1; size < 12; size++)
                Assert.Equal(whole, Ranges(file, size));
        }
    }

    private static IEnumerable<string> Ranges(string file, int size)
    {
        long length = new FileInfo(file).Length;
        for (long from = 0; from < length; from += size)
        {
            using var range = new LineRange(file, from, Math.Min(from + size, length));
            foreach (string text in range.Read(range))
                yield return text;
        }
    }
}
