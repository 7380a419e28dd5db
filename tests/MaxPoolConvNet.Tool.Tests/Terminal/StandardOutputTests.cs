namespace MaxPoolConvNet.Tool.Tests;

public class StandardOutputTests
{
    [Theory]
    [InlineData(32)] // EPIPE
    [InlineData(unchecked((int)0x8007006D))] // ERROR_BROKEN_PIPE
    public void AReaderThatIsGone_IsToldApart(int code)
    {
        using var output = new StandardOutput(new FailingStream(new IOException("gone", code)));

        Assert.Throws<OutputClosedException>(() => output.Write([1]));
    }

    [Fact]
    public void AFullDisk_IsAnError()
    {
        using var output = new StandardOutput(new FailingStream(new IOException("no space left", 28)));

        Assert.Throws<IOException>(() => output.Write([1]));
    }

    private sealed class FailingStream(Exception problem) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw problem;
    }
}
