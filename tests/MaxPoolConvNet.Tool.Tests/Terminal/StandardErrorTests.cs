namespace MaxPoolConvNet.Tool.Tests;

public class StandardErrorTests
{
    [Fact]
    public void AFullOne_LeavesTheExitCode()
    {
        using var input = new MemoryStream();
        using var error = new StreamWriter(new FullStream()) { AutoFlush = true };

        int code = MaxPoolTool.Run(["inspect", "nowhere"], new ToolConsole(input, Stream.Null, error));

        Assert.Equal(ExitCode.BadInput, code);
    }

    private sealed class FullStream : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device");

        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left on device");

        public override void Flush()
        {
        }
    }
}
