using System.Buffers.Binary;
using System.Runtime.InteropServices;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Storage;

/// <summary>Files that somebody made on purpose, with a checksum that fits.</summary>
public class ForgedModelTests
{
    private static readonly byte[] _model = SavedModel.Of(SmallClassifier.ByHand);

    [Fact]
    public void Forgery_WithoutAChangeIsRead() => Assert.Equal(
        SmallClassifier.ByHand.Predict("good"), SavedModel.Load(SavedModel.Forged(_model, "\"U\"", "\"U\"")).Predict("good"));

    [Theory]
    [InlineData(1L << 60)]
    [InlineData(long.MaxValue)]
    [InlineData(-1)]
    [InlineData(100_000_001)]
    [InlineData(0)]
    public void HeaderLength_BeyondTheFileIsRefusedBeforeItIsAllocated(long length)
    {
        byte[] forged = [.. _model];
        BinaryPrimitives.WriteInt64LittleEndian(forged, length);
        long allocated = AllocatedBytes.LeastOf(() => Refused(forged));
        Assert.InRange(allocated, 0, 1_000_000);
    }

    // U: [2, 1] F32 at 0 to 8; V: [1, 1] at 8 to 12; ends of the words at 12 to 20, of the labels at 20 to 28
    [Theory]
    [InlineData("\"formatVersion\":\"2\"", "\"formatVersion\":\"6\"", "newer")]
    [InlineData("\"formatVersion\":\"2\"", "\"formatVersion\":\"0\"", "1 or more")]
    [InlineData("\"format\":\"MaxPoolConvNet\"", "\"format\":\"pt\"", "not a model of MaxPoolConvNet")]
    [InlineData("\"data_offsets\":[8,12]", "\"data_offsets\":[4,8]", "begins at byte 4")]
    [InlineData("\"data_offsets\":[8,12]", "\"data_offsets\":[0,4]", "begins at byte")]
    [InlineData("\"data_offsets\":[8,12]", "\"data_offsets\":[8,9223372036854775807]", "bytes")]
    [InlineData("\"data_offsets\":[8,12]", "\"data_offsets\":[8,12,12]", "tensor 'V' must have a dtype, a shape and two data_offsets")]
    [InlineData("\"data_offsets\":[8,12]", "\"data_offsets\":[8,12],\"data_offsets\":[8,12]", "tensor 'V' has an unexpected or duplicate field 'data_offsets'")]
    [InlineData("\"data_offsets\":[8,12]", "\"data_offsets\":[8,-12]", "0 or more")]
    [InlineData("\"data_offsets\":[8,12]", "\"data_offsets\":[8,12.5]", "header")]
    [InlineData("\"data_offsets\":[8,12]", "\"data_offsets\":[8,99999999999999999999]", "header")]
    [InlineData("\"shape\":[2,1]", "\"shape\":[1,2]", "there are 2 filters")]
    [InlineData("\"shape\":[2,1]", "\"shape\":[4294967296,4294967296,2]", "header")]
    [InlineData("\"shape\":[2,1]", "\"shape\":[2,1,1]", "shape")]
    [InlineData("\"shape\":[2,1]", "\"shape\":[2,true]", "the header has True where a number was expected")]
    [InlineData("\"shape\":[2,1]", "\"shape\":[2147483648,1]", "bytes")]
    [InlineData("\"shape\":[2,1]", "\"shape\":[0,1]", "bytes")]
    [InlineData("\"U\":{\"dtype\":\"F32\"", "\"U\":{\"dtype\":\"I32\"", "F32 or BF16 was expected")]
    [InlineData("\"U\":{\"dtype\":\"F32\"", "\"U\":{\"dtype\":\"F64\"", "dtype 'F64'")]
    [InlineData("\"U\":{\"dtype\":\"F32\"", "\"U\":{\"dtype\":\"2\"", "dtype '2'")]
    [InlineData("\"U\":{", "\"V\":{", "twice")]
    [InlineData("\"U\":{", "\"u\":{", "no tensor 'U'")]
    [InlineData("\"labels\":{", "\"Labels\":{", "'Labels'")]
    [InlineData("\\u0022filters\\u0022:[", "\\u0022filters\\u0022:[],\\u0022other\\u0022:[", "the network has no filters")]
    [InlineData("\\u0022filters\\u0022:[", "\\u0022filters\\u0022:[{\\u0022width\\u0022:1,\\u0022padding\\u0022:\\u0022Narrow\\u0022},", "widths 1, 1; different widths from 1 to ")]
    [InlineData("{\"__metadata__\":", "{\"__metadata__\":{},\"__metadata__\":", "twice")]
    [InlineData("Narrow", "Middle", "padding 'Middle'; one of Narrow, Wide was expected")]
    [InlineData("Tanh", "1", "activation '1'")]
    [InlineData("Logistic", "Softmax", "1 rows")]
    [InlineData("width\\u0022:1", "width\\u0022:0", "width")]
    [InlineData("width\\u0022:1", "width\\u0022:3", "rows")]
    [InlineData("width\\u0022:1", "width\\u0022:2", "strings")]
    [InlineData("width\\u0022:1", "width\\u0022:true", "width")]
    [InlineData("width\\u0022:1", "width\\u0022:1,\\u0022width\\u0022:1", "network")]
    [InlineData("Tanh", "\\\\ud800", "network")]
    [InlineData("{\\u0022activation", "{\\u0022\\\\udfff\\u0022:1,\\u0022activation", "network")]
    [InlineData("WordTokenizer", "\\\\ud800", "tokenizer")]
    [InlineData("WordTokenizer", "System.Diagnostics.Process", "'System.Diagnostics.Process'; WordTokenizer, SubwordTokenizer, WhitespaceTokenizer or other was expected")]
    [InlineData("WordTokenizer", "other\\u0022,\\u0022name\\u0022:\\u0022My.Own", "saved with My.Own, a tokenizer outside the library; pass an instance of it to Load in LoadOptions.Tokenizer")]
    [InlineData("lowerCase\\u0022:true", "lowerCase\\u0022:1", "lowerCase")]
    [InlineData("WordTokenizer", "SubwordTokenizer", "length")]
    [InlineData("rules\\u0022:2", "rules\\u0022:3", "'tokenizer' has version 3 of the word rules; this version of the library has 1 to 2; a newer one")]
    [InlineData("rules\\u0022:2", "rules\\u0022:0", "has 1 to 2")]
    [InlineData("rules\\u0022:2", "rules\\u0022:{}", "'rules'")]
    [InlineData("WordTokenizer\\u0022", "SubwordTokenizer\\u0022,\\u0022length\\u0022:11", "'tokenizer' has the length 11; a number from 2 to 10")]
    [InlineData("\"unknownWords\":\"Skip\"", "\"unknownWords\":\"OneId\"", "<unk>")]
    [InlineData("\"unknownWords\":\"Skip\"", "\"unknownWords\":\"0\"", "unknownWords")]
    [InlineData("\"unknownWords\":\"Skip\"", "\"unknownWords\":null", "header")]
    [InlineData("\"checksum\":", "\"Checksum\":", "checksum")]
    [InlineData("{\"__metadata__\":", "{\"x\":[[[[", "header")]
    public void Header_ThatSaysWhatIsNotSo(string replaced, string by, string expected) =>
        Assert.Contains(expected, Refused(SavedModel.Forged(_model, replaced, by)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    public void Subwords_OfTheShortestAndTheLongestAreRead(int length)
    {
        byte[] forged = SavedModel.Forged(_model, "WordTokenizer\\u0022", $"SubwordTokenizer\\u0022,\\u0022length\\u0022:{length}");
        Assert.Equal(length, Assert.IsType<SubwordTokenizer>(SavedModel.Load(forged).Tokenizer).Length);
    }

    [Fact]
    public void Header_OfMoreTensorsThanANetworkHas()
    {
        string many = string.Concat(Enumerable.Range(0, 1_001).Select(n => $"\"t{n}\":{{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}},"));
        Assert.Contains("more than 1000 tensors", Refused(SavedModel.Forged(_model, "\"U\":{", many + "\"U\":{")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Header_OfAsManyTensorsAsANetworkHasIsRead()
    {
        // with the six of the model
        string many = string.Concat(Enumerable.Range(0, 994).Select(n => $"\"t{n}\":{{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}},"));
        Assert.Contains("unexpected tensor 't", Refused(SavedModel.Forged(_model, "\"U\":{", many + "\"U\":{")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Weights_ThatAreNotFinite(float weight)
    {
        byte[] forged = SavedModel.Forged(_model, "\"U\"", "\"U\"", data => With(data, 4, MemoryMarshal.AsBytes<float>([weight])));
        Assert.Contains("an entry of U is", Refused(forged).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Vectors_ThatNoFilterIsOver()
    {
        const string Reference = "{\\u0022name\\u0022:\\u0022some\\u0022,\\u0022words\\u0022:2,\\u0022dimension\\u0022:2,\\u0022checksum\\u0022:\\u0022none\\u0022}";
        byte[] forged = SavedModel.Forged(_model, "\"unknownWords\"", $"\"vectors\":\"{Reference}\",\"unknownWords\"");
        WordVectors vectors = WordVectors.FromBytes(["good", "bad"], new sbyte[] { 1, 2, 3, 4 }, [1f, 1f]);
        Assert.Contains(
            "refers to word vectors; its network has no filters over any",
            Assert.Throws<InvalidDataException>(() => TextClassifier.Load(new MemoryStream(forged), new LoadOptions { FindVectors = _ => vectors })).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12, 16, "ends at byte 16")]
    [InlineData(12, 7, "an even number")]
    [InlineData(12, 0, "Word 0 is empty")]
    [InlineData(12, -1, "ends at byte -1")]
    [InlineData(12, 100, "ends at byte 100")]
    [InlineData(16, 12, "ends at byte 12; 14 was expected")]
    [InlineData(20, 32, "ordinal order")]
    public void Strings_WhoseEndsDoNotFit(int at, int end, string expected)
    {
        byte[] forged = SavedModel.Forged(_model, "\"U\"", "\"U\"", data => With(data, at, BitConverter.GetBytes(end)));
        Assert.Contains(expected, Refused(forged).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_ThatAreThereTwice()
    {
        ConvNet network = SmallClassifier.ByHand.ToConvNet();
        byte[] model = SavedModel.Of(new TextClassifier(network, Vocabulary.FromWords(["good", "evil"]), WordTokenizer.Default, ["0", "1"]));
        byte[] forged = SavedModel.Forged(model, "\"U\"", "\"U\"", data => With(data, 28, MemoryMarshal.AsBytes("goodgood".AsSpan())));
        Assert.Contains("\"good\", is word 0 already", Refused(forged).Message, StringComparison.Ordinal);
    }

    private static byte[] With(byte[] data, int at, ReadOnlySpan<byte> bytes)
    {
        byte[] changed = [.. data];
        bytes.CopyTo(changed.AsSpan(at));
        return changed;
    }

    private static InvalidDataException Refused(byte[] model) => Assert.Throws<InvalidDataException>(() => SavedModel.Load(model));
}
