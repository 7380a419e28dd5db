using System.Net;
using MaxPoolConvNet;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace Guides;

/// <summary>The code of in-the-browser.md, with a handler in place of the browser's network.</summary>
internal static class InTheBrowserPage
{
    public static async Task RunAsync()
    {
        using var http = new HttpClient(new AsynchronousFiles()) { BaseAddress = new Uri("http://localhost/") };
        TextClassifier classifier = await Load(http, CancellationToken.None);
        Console.WriteLine(classifier.Predict("Not only cheap but surprisingly well made."));
        await TrainThere([.. LabeledTextFile.Read("new-reviews.tsv")]);
    }

    private static async Task<TextClassifier> Load(HttpClient http, CancellationToken stop)
    {
        // begin
        using HttpResponseMessage response = await http.GetAsync("reviews.safetensors", HttpCompletionOption.ResponseHeadersRead, stop);
        await using Stream stream = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(stop);
        TextClassifier classifier = await TextClassifier.LoadAsync(stream, cancellationToken: stop);
        // end
        return classifier;
    }

    private static async Task TrainThere(IReadOnlyList<LabeledText> texts)
    {
        // begin
        var options = new TrainingOptions { Threads = 1, Networks = 1 };
        TextClassifier trained = TextClassifier.Train(texts, options);
        using var file = new MemoryStream();
        await trained.SaveAsync(file);   // then store it in IndexedDB, or offer it as a download
        // end
        Console.WriteLine($"{file.Length > 0}");
    }

    /// <summary>Serves files of the current folder by streams that refuse synchronous reads, as a browser's do.</summary>
    private sealed class AsynchronousFiles : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StreamContent(new AsynchronousStream(File.ReadAllBytes(request.RequestUri!.AbsolutePath.TrimStart('/')))),
            });
    }

    private sealed class AsynchronousStream(byte[] bytes) : MemoryStream
    {
        private int _read;

        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("synchronous reads are not supported");

        public override int Read(Span<byte> buffer) => throw new NotSupportedException("synchronous reads are not supported");

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int count = Math.Min(buffer.Length, bytes.Length - _read);
            bytes.AsSpan(_read, count).CopyTo(buffer.Span);
            _read += count;
            return new ValueTask<int>(count);
        }
    }
}
