using System.Diagnostics;

namespace MaxPoolConvNet.Benchmarks.Serving;

/// <summary>Some connections, each of which sends the next request as soon as it has the answer.</summary>
/// <param name="port">The server's port.</param>
/// <param name="connections">The number of connections.</param>
/// <param name="answers">What is sent and expected.</param>
internal sealed class LoadClient(int port, int connections, ExpectedAnswers answers)
{
    /// <summary>Sends requests for some time.</summary>
    /// <param name="path">The endpoint. The answers of <see cref="LoadServer.Predict"/> are compared with those of the models.</param>
    /// <param name="result">Receives what was seen.</param>
    /// <param name="time">How long.</param>
    public async Task RunAsync(string path, LoadResult result, TimeSpan time)
    {
        using var stop = new CancellationTokenSource(time);
        await RunAsync(path, result, stop.Token);
    }

    /// <summary>Sends requests until a token is cancelled.</summary>
    public async Task RunAsync(string path, LoadResult result, CancellationToken stop)
    {
        byte[][] requests = answers.Requests(path);
        long begin = Stopwatch.GetTimestamp();
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        LoadResult[] all = await Task.WhenAll(Enumerable.Range(0, connections).Select(number =>
            Task.Run(() => SendAsync(requests, path == LoadServer.Predict, number * answers.Count / connections, stop), CancellationToken.None)));
        result.Time += Stopwatch.GetElapsedTime(begin);
        result.ProcessorTime += Environment.CpuUsage.TotalTime - processor;
        foreach (LoadResult one in all)
            result.Add(one);
    }

    private async Task<LoadResult> SendAsync(byte[][] requests, bool compares, int text, CancellationToken stop)
    {
        var result = new LoadResult();
        using var connection = new HttpConnection();
        try
        {
            await connection.ConnectAsync(port);
            for (; !stop.IsCancellationRequested; text = (text + 1) % requests.Length)
            {
                long begin = Stopwatch.GetTimestamp();
                ReadOnlyMemory<byte> answer = await connection.SendAsync(requests[text]);
                result.Latencies.Add(Stopwatch.GetElapsedTime(begin));
                if (compares && !answers.IsOfOneModel(text, answer.Span)) result.Mixed++;
            }
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or System.Net.Sockets.SocketException)
        {
            result.Failed++;
            result.FirstFailure = problem.Message;
        }

        return result;
    }
}
