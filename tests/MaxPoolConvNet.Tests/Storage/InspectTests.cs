namespace MaxPoolConvNet.Tests.Storage;

public class InspectTests
{
    private static readonly byte[] _model = SavedModel.Of(SmallClassifier.ByHand);

    [Fact]
    public void AStreamThatCannotSeek_IsReadIntoMemory()
    {
        using var stream = new TricklingStream(_model, block: 7);
        Assert.Equal(_model.Length, ModelFile.Inspect(stream).ByteCount);
    }

    [Fact]
    public void AModelAfterOtherBytes_IsReadFromThePosition()
    {
        using var stream = new MemoryStream([1, 2, 3, .. _model]) { Position = 3 };
        Assert.Equal(_model.Length, ModelFile.Inspect(stream).ByteCount);
        Assert.Equal(stream.Length, stream.Position);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(300)]
    public void AChangedByte_IsNamedDamage(int fromEnd)
    {
        byte[] model = SavedModel.Of(SmallClassifier.Trained);
        model[^(1 + fromEnd)] ^= 1;
        Assert.Contains(
            "the stream: the file is damaged: its checksum is crc32c:",
            Assert.Throws<InvalidDataException>(() => ModelFile.Inspect(new MemoryStream(model))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNoModel_IsNamed()
    {
        Assert.Contains("it has only 3 bytes", Assert.Throws<InvalidDataException>(() => ModelFile.Inspect(new MemoryStream([1, 2, 3]))).Message, StringComparison.Ordinal);
        Assert.Equal("stream", Assert.Throws<ArgumentNullException>(() => ModelFile.Inspect((Stream)null!)).ParamName);
        Assert.Equal("path", Assert.ThrowsAny<ArgumentException>(() => ModelFile.Inspect("")).ParamName);
    }

    [Fact]
    public void ATensor_SaysItsNameTypeAndSizes() => Assert.Equal(
        "U (F32, 2 × 1)", ModelFile.Inspect(new MemoryStream(_model)).Tensors.Single(tensor => tensor.Name == "U").ToString());
}
