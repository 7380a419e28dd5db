using System.Text;
using MaxPoolConvNet.Storage;

namespace MaxPoolConvNet.Tests.Storage;

/// <summary>Headers by themselves: sizes that overflow, and the order of the tensors.</summary>
public class SafetensorsHeaderTests
{
    /// <summary>2³²·2³² is 0 in 64 bits, which an empty tensor has; so are all of these.</summary>
    [Theory]
    [InlineData("F32", "4294967296,4294967296")]
    [InlineData("U8", "9223372036854775807,2,2,0")]
    [InlineData("U8", "4294967296,4294967296,5")]
    [InlineData("F32", "4611686018427387904")]
    [InlineData("BF16", "4611686018427387904,2")]
    [InlineData("I8", "4294967296,4294967296")]
    public void Shape_WhoseSizeOverflows_IsRefused(string type, string shape) => Assert.StartsWith(
        "the header isn't a valid safetensors header: ",
        Refused($"{{\"t\":{{\"dtype\":\"{type}\",\"shape\":[{shape}],\"data_offsets\":[0,0]}}}}", 0),
        StringComparison.Ordinal);

    [Fact]
    public void Shape_OfNoNumbers_IsEmptyOrOne()
    {
        Assert.Equal([0L, 7], Parsed("{\"t\":{\"dtype\":\"F32\",\"shape\":[0,7],\"data_offsets\":[0,0]}}", 0).Tensors.Single().Shape.AsEnumerable());
        Assert.Empty(Parsed("{\"t\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]}}", 4).Tensors.Single().Shape);
    }

    [Fact]
    public void Tensors_AreOrderedByTheirNumbers_NotAsNamed()
    {
        const string Header =
            "{\"c\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[6,7]},\"a\":{\"dtype\":\"I32\",\"shape\":[1],\"data_offsets\":[0,4]},"
            + "\"b\":{\"dtype\":\"BF16\",\"shape\":[1],\"data_offsets\":[4,6]}}";
        Assert.Equal(["a", "b", "c"], Parsed(Header, 7).Tensors.Select(tensor => tensor.Name));
    }

    /// <summary>An empty tensor begins where the next one does, and is before it: it ends first.</summary>
    [Fact]
    public void Tensors_ThatAreEmpty_AreBeforeThoseThatBeginThere()
    {
        const string Header = "{\"b\":{\"dtype\":\"U8\",\"shape\":[3],\"data_offsets\":[0,3]},\"a\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}}";
        Assert.Equal(["a", "b"], Parsed(Header, 3).Tensors.Select(tensor => tensor.Name));
    }

    [Theory]
    [InlineData(3, "the tensors have 4 bytes, but 3 follow the header")]
    [InlineData(5, "the tensors have 4 bytes, but 5 follow the header")]
    public void Data_OfAnotherLength_AreRefused(long bytes, string message) =>
        Assert.Equal(message, Refused("{\"t\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", bytes));

    private static SafetensorsHeader Parsed(string json, long bytes) => SafetensorsHeader.Parse(Encoding.UTF8.GetBytes(json), bytes);

    private static string Refused(string json, long bytes) => Assert.Throws<InvalidDataException>(() => Parsed(json, bytes)).Message;
}
