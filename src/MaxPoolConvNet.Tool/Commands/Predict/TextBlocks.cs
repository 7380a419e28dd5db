using System.Buffers;
using System.Collections.Concurrent;
using System.Threading.Channels;
using MaxPoolConvNet.Tool.Files;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>
/// Reads texts, predicts them in blocks on several threads, and writes the predictions in the order of the texts. A block is passed on when
/// it is full or before a read that may block, so that a line's prediction doesn't wait for the next line. A few blocks are in memory.
/// </summary>
/// <param name="predict">Appends the output for a text; called by several threads.</param>
/// <param name="threads">The most threads to predict on.</param>
internal sealed class TextBlocks(Action<string, ArrayBufferWriter<byte>> predict, int threads)
{
    private const int MostTexts = 512;
    private const int MostCharacters = 1 << 17;

    private readonly ConcurrentBag<ArrayBufferWriter<byte>> _buffers = [];
    private readonly TaskFactory _tasks = new(new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler);

    /// <param name="input">The stream of the texts.</param>
    /// <param name="read">Reads texts from a stream lazily.</param>
    /// <param name="output">The stream for the predictions, flushed after each block.</param>
    /// <param name="cancellation">Stops between two blocks.</param>
    public async Task RunAsync(Stream input, Func<Stream, IEnumerable<string>> read, Stream output, CancellationToken cancellation)
    {
        var blocks = Channel.CreateBounded<Task<ArrayBufferWriter<byte>>>(2 * threads);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        CancellationToken ended = done.Token;
        // on its own thread, which is never awaited: a read may block forever
        _ = Task.Factory.StartNew(
            () => ReadAll(input, read, blocks.Writer, ended),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        try
        {
            await foreach (Task<ArrayBufferWriter<byte>> block in blocks.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                ArrayBufferWriter<byte> written = await block.ConfigureAwait(false);
                output.Write(written.WrittenSpan);
                output.Flush();
                written.ResetWrittenCount();
                _buffers.Add(written);
            }
        }
        finally
        {
            await done.CancelAsync().ConfigureAwait(false);
        }
    }

    private void ReadAll(
        Stream input, Func<Stream, IEnumerable<string>> read, ChannelWriter<Task<ArrayBufferWriter<byte>>> blocks, CancellationToken ended)
    {
        List<string> texts = [];
        int characters = 0;
        void HandOn()
        {
            if (texts.Count == 0) return;
            List<string> block = texts;
            (texts, characters) = ([], 0);
            Task<ArrayBufferWriter<byte>> predicted = _tasks.StartNew(() => Predict(block));
            blocks.WriteAsync(predicted, ended).AsTask().GetAwaiter().GetResult();
        }

        // an exception is rethrown where blocks are read, after the last good one
        try
        {
            try
            {
                foreach (string text in read(new WatchedStream(input, HandOn)))
                {
                    texts.Add(text);
                    characters += text.Length;
                    if (texts.Count == MostTexts || characters >= MostCharacters) HandOn();
                }
            }
            finally
            {
                HandOn();
            }

            blocks.Complete();
        }
        catch (Exception problem)
        {
            blocks.Complete(problem);
        }
    }

    private ArrayBufferWriter<byte> Predict(List<string> texts)
    {
        ArrayBufferWriter<byte> buffer = _buffers.TryTake(out ArrayBufferWriter<byte>? used) ? used : new ArrayBufferWriter<byte>(1 << 16);
        foreach (string text in texts)
            predict(text, buffer);
        return buffer;
    }
}
