using System.Collections.Concurrent;
using System.Text.Json;

namespace MaxPoolConvNet.Benchmarks.Serving;

/// <summary>The texts of the requests, and the answer that each model gives to each. Thread-safe.</summary>
internal sealed class ExpectedAnswers(IReadOnlyList<string> texts)
{
    private readonly ConcurrentDictionary<string, byte[][]> _answers = new(StringComparer.Ordinal);

    public int Count => texts.Count;

    /// <summary>Adds the answers of a model, before it serves.</summary>
    public void Add(TextClassifier classifier) => _answers[classifier.Checksum] =
    [
        .. texts.Select(text => JsonSerializer.SerializeToUtf8Bytes(
            Answer.Of(classifier.Predict(text), classifier.Checksum), LoadJson.Default.Answer)),
    ];

    /// <summary>Forgets the answers of a model that serves no more.</summary>
    public void Remove(string checksum) => _answers.TryRemove(checksum, out _);

    /// <summary>The requests to an endpoint, one per text.</summary>
    public byte[][] Requests(string path) =>
        [.. texts.Select(text => HttpConnection.Post(path, JsonSerializer.SerializeToUtf8Bytes(new Question(text), LoadJson.Default.Question)))];

    /// <summary>Returns whether an answer is that of one model, whichever its checksum names, byte by byte.</summary>
    public bool IsOfOneModel(int text, ReadOnlySpan<byte> answer)
    {
        foreach (KeyValuePair<string, byte[][]> model in _answers)
        {
            if (answer.SequenceEqual(model.Value[text])) return true;
        }

        return false;
    }

    /// <summary>Returns whether an answer is that of the model with a checksum.</summary>
    public bool IsOf(string checksum, int text, ReadOnlySpan<byte> answer) => answer.SequenceEqual(_answers[checksum][text]);
}
