using System.IO.Compression;
using System.Text.Json;

namespace MaxPoolConvNet.Tests.Storage;

/// <summary>Files of compact classifiers that somebody made on purpose, with a checksum that fits.</summary>
public class ForgedCompactModelTests
{
    private static readonly byte[] _model = SavedModel.Of(SmallClassifier.ByHand.Compact());

    // one filter of width 1 over two words, none of them 0: two gaps of 0
    [Fact]
    public void TheModel_HasTwoKeptEntries() => Assert.Equal([31, -31], [(sbyte)Values(_model)[0], (sbyte)Values(_model)[1]]);

    [Theory]
    [InlineData(new byte[] { 0, 0 }, new byte[] { 31 }, "fewer values")]
    [InlineData(new byte[] { 0, 0 }, new byte[] { 31, 1, 1 }, "more values")]
    [InlineData(new byte[] { 0 }, new byte[] { 31, 1 }, "more values")]
    [InlineData(new byte[] { 0, 0, 0 }, new byte[] { 31, 1, 1 }, "more entries")]
    [InlineData(new byte[] { 0, 1 }, new byte[] { 31, 1 }, "more entries")]
    [InlineData(new byte[] { 63 }, new byte[] { }, "more entries")]
    [InlineData(new byte[] { 64 }, new byte[] { 31, 1 }, "more entries")]
    [InlineData(new byte[] { 0, 0 }, new byte[] { 31, 0 }, "row 1")]
    [InlineData(new byte[] { 0, 0 }, new byte[] { 128, 1 }, "row 0")]
    public void Entries_ThatDoNotFit(byte[] gaps, byte[] values, string expected) =>
        Assert.Contains(expected, Refused(With(gaps, values)).Message, StringComparison.Ordinal);

    // 78 BB: a header that fits, of data with a dictionary
    [Fact]
    public void Bytes_ThatNeedADictionary() =>
        Assert.Contains("dictionary", Refused(WithPacked([0x78, 0xBB, 0, 0, 0, 1, 3, 0], Packed([31, 1]))).Message, StringComparison.Ordinal);

    [Fact]
    public void Bytes_ThatAreNoZlibData() => Refused(WithPacked([1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 3, 4, 5, 6, 7, 8]));

    [Theory]
    [InlineData("words\\u0022:2", "words\\u0022:3", "'vocabulary' has 2")]
    [InlineData("words\\u0022:2", "words\\u0022:0", "'U'")]
    [InlineData("words\\u0022:2", "words\\u0022:-2", "'U'")]
    [InlineData("words\\u0022:2", "words\\u0022:2147483647", "more than the bytes")]
    [InlineData("words\\u0022:2", "words\\u0022:\\u0022two\\u0022", "words")]
    [InlineData("\"U.gaps\"", "\"U.bits\"", "'U.gaps'")]
    [InlineData("\"U.values\"", "\"U2.values\"", "'U.values'")]
    [InlineData("\"vocabulary.packed\"", "\"vocabulary.zipped\"", "'vocabulary.zipped'")]
    [InlineData("\"vocabulary.lengths\"", "\"vocabulary.ends\"", "'vocabulary.ends'")]
    [InlineData("\"U.scale\"", "\"U.size\"", "'U.scale'")]
    [InlineData("levels\\u0022:31", "levels\\u0022:true", "levels")]
    [InlineData("\"compaction\"", "\"Compaction\"", "'compaction'")]
    public void Header_ThatSaysWhatIsNotSo(string replaced, string by, string expected) =>
        Assert.Contains(expected, Refused(SavedModel.Forged(_model, replaced, by)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(-1f)]
    public void Scales_ThatAreNone(float scale)
    {
        (int begin, _) = Offsets(_model, "U.scale");
        byte[] forged = SavedModel.Forged(_model, "\"U.scale\"", "\"U.scale\"", data =>
        {
            BitConverter.TryWriteBytes(data.AsSpan(begin), scale);
            return data;
        });

        Assert.Contains("scale", Refused(forged).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFewBytes_ClaimNoGigabytes()
    {
        byte[] forged = SavedModel.Forged(_model, "words\\u0022:2", "words\\u0022:100000000");

        Assert.InRange(AllocatedBytes.LeastOf(() => Refused(forged)), 0, 1_000_000);
    }

    private static byte[] With(byte[] gaps, byte[] values) => WithPacked(Packed(gaps), Packed(values));

    /// <summary>The model with other bytes; the gaps come before the values and the strings.</summary>
    private static byte[] WithPacked(byte[] gaps, byte[] values)
    {
        (int gapsBegin, int gapsEnd) = Offsets(_model, "U.gaps");
        (int valuesBegin, int valuesEnd) = Offsets(_model, "U.values");
        Assert.Equal(gapsEnd, valuesBegin);
        int more = gaps.Length - (gapsEnd - gapsBegin);
        int moreInAll = more + values.Length - (valuesEnd - valuesBegin);
        byte[] model = SavedModel.Forged(_model, "}", "}", data => [.. data[..gapsBegin], .. gaps, .. values, .. data[valuesEnd..]]);
        string header = SavedModel.Header(model);
        foreach (JsonProperty tensor in JsonDocument.Parse(header).RootElement.EnumerateObject().Where(one => one.Name != "__metadata__"))
        {
            (int begin, int end) = Offsets(_model, tensor.Name);
            (int newBegin, int newEnd) = tensor.Name switch
            {
                "U.gaps" => (begin, end + more),
                "U.values" => (begin + more, end + moreInAll),
                _ => begin >= valuesEnd ? (begin + moreInAll, end + moreInAll) : (begin, end),
            };
            string shape = tensor.Name is "U.gaps" or "U.values" ? $"\"shape\":[{newEnd - newBegin}]" : $"\"shape\":{tensor.Value.GetProperty("shape").GetRawText()}";
            header = header.Replace(
                $"\"shape\":{tensor.Value.GetProperty("shape").GetRawText()},\"data_offsets\":[{begin},{end}]", $"{shape},\"data_offsets\":[{newBegin},{newEnd}]", StringComparison.Ordinal);
        }

        return SavedModel.Forged(model, SavedModel.Header(model), header);
    }

    private static byte[] Values(byte[] model)
    {
        (int begin, int end) = Offsets(model, "U.values");
        using var zlib = new ZLibStream(new MemoryStream(SavedModel.Data(model)[begin..end]), CompressionMode.Decompress);
        var values = new MemoryStream();
        zlib.CopyTo(values);
        return values.ToArray();
    }

    private static (int Begin, int End) Offsets(byte[] model, string tensor)
    {
        JsonElement offsets = JsonDocument.Parse(SavedModel.Header(model)).RootElement.GetProperty(tensor).GetProperty("data_offsets");
        return (offsets[0].GetInt32(), offsets[1].GetInt32());
    }

    private static byte[] Packed(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal)) zlib.Write(bytes);
        return packed.ToArray();
    }

    private static InvalidDataException Refused(byte[] model) => Assert.Throws<InvalidDataException>(() => SavedModel.Load(model));
}
