using System.Buffers;
using System.Text;
using MaxPoolConvNet.Tool.Commands;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Tests;

public class TextBlocksTests
{
    private const int Lines = 200_000;

    [Fact]
    public async Task ReadingIsNeverFarAheadOfWriting()
    {
        using var output = new CountingOutput();
        using var input = new CountedLines(output);
        var blocks = new TextBlocks(Echo, threads: 2);

        await blocks.RunAsync(input, Read, output, TestContext.Current.CancellationToken);

        // a queue of blocks, those that are being predicted and written, and what is read at once
        Assert.Equal(Lines, output.Lines);
        Assert.InRange(input.MostAhead, 1, 30_000);
    }

    [Fact]
    public async Task WhatAPredictionThrows_IsThrown()
    {
        var blocks = new TextBlocks((_, _) => throw new ArithmeticException("too large"), threads: 2);
        using var input = new MemoryStream("a\nb\n"u8.ToArray());

        ArithmeticException problem = await Assert.ThrowsAsync<ArithmeticException>(
            () => blocks.RunAsync(input, Read, Stream.Null, TestContext.Current.CancellationToken));

        Assert.Equal("too large", problem.Message);
    }

    [Fact]
    public async Task AnOutputThatIsClosed_EndsTheReading()
    {
        using var output = new CountingOutput { ClosedAfter = 1_000 };
        using var input = new CountedLines(output);
        var blocks = new TextBlocks(Echo, threads: 2);

        await Assert.ThrowsAsync<IOException>(() => blocks.RunAsync(input, Read, output, TestContext.Current.CancellationToken));

        Assert.InRange(input.MostAhead, 1, 30_000);
    }

    private static IEnumerable<string> Read(Stream stream) => TextFile.Read(stream, "input", new TextFileOptions());

    private static void Echo(string text, ArrayBufferWriter<byte> buffer)
    {
        Encoding.UTF8.GetBytes(text, buffer);
        buffer.Write("\n"u8);
    }

    /// <summary>Gives lines, and counts how many are read but not yet written.</summary>
    private sealed class CountedLines(CountingOutput output) : MemoryStream
    {
        private const string Line = "superb\n";

        private long _given;

        public long MostAhead { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            int count = (int)Math.Min(buffer.Length, (Lines * (long)Line.Length) - _given);
            for (int i = 0; i < count; i++)
                buffer[i] = (byte)Line[(int)(_given++ % Line.Length)];
            MostAhead = Math.Max(MostAhead, (_given / Line.Length) - output.Lines);
            return count;
        }
    }

    private sealed class CountingOutput : MemoryStream
    {
        private volatile int _lines;

        public int? ClosedAfter { get; init; }

        public int Lines => _lines;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _lines += buffer.Count((byte)'\n');
            if (_lines >= ClosedAfter) throw new IOException("closed");
        }
    }
}
