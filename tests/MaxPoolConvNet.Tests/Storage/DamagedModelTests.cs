namespace MaxPoolConvNet.Tests.Storage;

public class DamagedModelTests
{
    private static readonly byte[] _model = SavedModel.Of(SmallClassifier.ByHand, new SaveOptions { Metadata = new Dictionary<string, string> { ["a"] = "b" } });

    [Fact]
    public void EveryChangedByte_IsFound()
    {
        for (int at = 0; at < _model.Length; at++)
        {
            foreach (int bits in new[] { 1, 0x20, 0x80, 0xFF })
            {
                byte[] damaged = [.. _model];
                damaged[at] ^= (byte)bits;
                Refused(damaged);
            }
        }
    }

    [Fact]
    public void EveryTruncation_IsFound()
    {
        for (int length = 0; length < _model.Length; length++)
            Refused(_model[..length]);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void EveryTruncationOfAFile_IsFound()
    {
        using var file = new TemporaryFile("model.safetensors");
        for (int length = 0; length < _model.Length; length += 7)
        {
            File.WriteAllBytes(file.Path, _model[..length]);
            string message = Assert.Throws<InvalidDataException>(() => TextClassifier.Load(file.Path)).Message;
            Assert.StartsWith(file.Path, message, StringComparison.Ordinal);
            Assert.Throws<InvalidDataException>(() => ModelFile.Inspect(file.Path));
        }
    }

    [Fact]
    public void MoreBytesBehindTheModel_AreFound()
    {
        Refused([.. _model, 0]);
        Refused([.. _model, .. _model]);
    }

    [Fact]
    public void RandomBytes_AreNoModel()
    {
        var random = new Random(1);
        for (int length = 0; length < 300; length++)
        {
            byte[] bytes = new byte[length];
            random.NextBytes(bytes);
            Refused(bytes);
            if (length > 8) bytes.AsSpan(1, 7).Clear();
            Refused(bytes);
        }
    }

    private static void Refused(byte[] model) => Assert.Throws<InvalidDataException>(() => SavedModel.Load(model));
}
