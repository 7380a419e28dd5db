using CsCheck;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class WordVectorFileProperties
{
    private static readonly Gen<float> _number = Gen.Float.Where(float.IsFinite);

    private static readonly Gen<(string Word, float[] Vector)[]> _entries =
        from dimension in Gen.Int[2, 6]
        from words in Gen.String[Gen.Char["ab.,'5\u00E9\u00A0\u0085\u732B"], 1, 6].HashSet[1, 8]
        from vectors in _number.Array[dimension].Array[words.Count]
        select words.Select((word, index) => (word, vectors[index])).ToArray();

    [Fact]
    public void Read_GivesBackTheSameBitsFromTextAndBinary() => _entries.Sample(entries =>
    {
        AssertSame(entries, WordVectorBytes.Text(entries, header: true), WordVectorFormat.Text);
        AssertSame(entries, WordVectorBytes.Binary(entries, lineFeeds: true), WordVectorFormat.Binary);
        AssertSame(entries, WordVectorBytes.Pack(WordVectorBytes.Text(entries, header: true)), WordVectorFormat.Detect);

        // a few random bytes can be text by chance, and are then taken for it
        WordVectorFormat format = entries.Length * entries[0].Vector.Length >= 12 ? WordVectorFormat.Detect : WordVectorFormat.Binary;
        AssertSame(entries, WordVectorBytes.Pack(WordVectorBytes.Binary(entries, lineFeeds: false)), format);
        (string, float[])[] lines = [("the", entries[0].Vector), .. entries]; // so that the first line isn't taken for a header
        AssertSame(lines, WordVectorBytes.Text(lines, header: false));
    });

    private static void AssertSame((string Word, float[] Vector)[] entries, byte[] content, WordVectorFormat format = WordVectorFormat.Detect)
    {
        WordVectors vectors = WordVectorFile.ReadFrom(new MemoryStream(content), "file.vec", new() { Format = format });
        Assert.Equal(entries.Select(entry => entry.Word), vectors.Words);
        foreach ((string word, float[] expected) in entries)
        {
            Assert.True(vectors.TryGetVector(word, out ReadOnlySpan<float> vector));
            Assert.Equal(expected.Select(BitConverter.SingleToInt32Bits), vector.ToArray().Select(BitConverter.SingleToInt32Bits));
        }
    }
}
