namespace MaxPoolConvNet.Tests.Storage;

/// <summary>Saving to and loading from streams that refuse synchronous calls, as the bodies of requests and responses do.</summary>
public class AsyncStreamsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SaveAsyncAndLoadAsync_CallNothingSynchronous_AndKeepEveryBit()
    {
        TextClassifier classifier = SmallClassifier.Trained;
        using var bytes = new MemoryStream();
        await classifier.SaveAsync(new AsyncOnly(bytes), cancellationToken: Token);
        using var expected = new MemoryStream();
        classifier.Save(expected);
        Assert.Equal(expected.ToArray(), bytes.ToArray());

        bytes.Position = 0;
        TextClassifier loaded = await TextClassifier.LoadAsync(new AsyncOnly(bytes), cancellationToken: Token);
        foreach (string text in SmallClassifier.Texts)
            Assert.Equal(classifier.Predict(text), loaded.Predict(text));
    }

    [Fact]
    public async Task LoadAsync_Cancelled_Throws() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        () => TextClassifier.LoadAsync(new AsyncOnly(new MemoryStream()), cancellationToken: new CancellationToken(canceled: true)));

    [Fact]
    public void Checksum_IsThatOfTheFile()
    {
        using var file = new TemporaryFile("model.safetensors");
        TextClassifier classifier = SmallClassifier.Trained;
        classifier.Save(file.Path);

        string checksum = ModelFile.Inspect(file.Path).Checksum;
        Assert.Equal(checksum, classifier.Checksum);
        Assert.Equal(checksum, TextClassifier.Load(file.Path).Checksum);
        using FileStream stream = File.OpenRead(file.Path);
        Assert.Equal(checksum, ModelFile.Inspect(stream).Checksum);
    }

    [Fact]
    public void Checksum_OfALoadedClassifier_IsThatOfItsOwnFileInAnyFormat()
    {
        using var bytes = new MemoryStream();
        SmallClassifier.Trained.Save(bytes, new SaveOptions { WeightFormat = WeightFormat.BFloat16 });
        bytes.Position = 0;
        TextClassifier half = TextClassifier.Load(bytes);
        bytes.Position = 0;
        Assert.Equal(ModelFile.Inspect(bytes).Checksum, half.Checksum);
        Assert.NotEqual(SmallClassifier.Trained.Checksum, half.Checksum);
    }

    private sealed class AsyncOnly(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() => throw new NotSupportedException("synchronous");

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("synchronous");

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("synchronous");

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => inner.ReadAsync(buffer, cancellationToken);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => inner.WriteAsync(buffer, cancellationToken);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            inner.WriteAsync(buffer, offset, count, cancellationToken);

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
