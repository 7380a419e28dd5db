using MaxPoolConvNet.Text;
using Microsoft.ML.OnnxRuntime;

namespace MaxPoolConvNet.Onnx.Tests;

/// <summary>An ONNX model of a classifier in ONNX Runtime, and its predictions.</summary>
internal sealed class OnnxSession : IDisposable
{
    private readonly TextClassifier _classifier;
    private readonly InferenceSession _session;

    public OnnxSession(TextClassifier classifier, OnnxOptions? options = null)
    {
        _classifier = classifier;
        using var memory = new MemoryStream();
        classifier.SaveOnnx(memory, options);
        using var settings = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        _session = new InferenceSession(memory.ToArray(), settings);
    }

    public ModelMetadata Metadata => _session.ModelMetadata;

    public IEnumerable<string> Outputs => _session.OutputMetadata.Keys;

    private bool TakesIds => _session.InputMetadata.ContainsKey(OnnxNames.Ids);

    /// <summary>Predicts texts in batches.</summary>
    public OnnxPrediction[] Predict(IEnumerable<string> texts, int batchSize) => [.. texts.Chunk(batchSize).SelectMany(PredictBatch)];

    public void Dispose() => _session.Dispose();

    private OnnxPrediction[] PredictBatch(string[] texts) => Run([.. texts.Select(Words)]);

    /// <summary>Predicts a batch of texts in words.</summary>
    public OnnxPrediction[] Run(string[][] texts, int padding = 0)
    {
        int length = texts.Max(words => words.Length) + padding;
        string[] tokens = [.. texts.SelectMany(words => words.Concat(Enumerable.Repeat(OnnxNames.PaddingToken, length - words.Length)))];
        using OrtValue input = TakesIds ? Ids(tokens, texts.Length, length) : Strings(tokens, texts.Length, length);
        using var options = new RunOptions();
        string name = TakesIds ? OnnxNames.Ids : OnnxNames.Tokens;
        using IDisposableReadOnlyCollection<OrtValue> outputs = _session.Run(options, [name], [input], _session.OutputNames);
        float[] probabilities = outputs[0].GetTensorDataAsSpan<float>().ToArray();
        string[] labels = outputs[1].GetStringTensorAsArray();
        string[] several = outputs.Count > 2 ? outputs[2].GetStringTensorAsArray() : [];
        int count = _classifier.Labels.Length;
        return
        [
            .. Enumerable.Range(0, texts.Length).Select(t => new OnnxPrediction(
                labels[t], probabilities[(t * count)..((t + 1) * count)], [.. several.Skip(t * count).Take(count).Where(label => label != "")])),
        ];
    }

    /// <summary>The probabilities of a text in ids.</summary>
    public float[] RunIds(long[] ids)
    {
        using var input = OrtValue.CreateTensorValueFromMemory(ids, [1, ids.Length]);
        using var options = new RunOptions();
        using IDisposableReadOnlyCollection<OrtValue> outputs =
            _session.Run(options, [OnnxNames.Ids], [input], [OnnxNames.Probabilities]);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }

    private string[] Words(string text)
    {
        var tokens = new TokenBuffer();
        _classifier.Tokenizer.Tokenize(text, tokens);
        return [.. Enumerable.Range(0, tokens.Count).Select(at => tokens.Word(at).ToString())];
    }

    private OrtValue Ids(string[] tokens, int texts, int length) => OrtValue.CreateTensorValueFromMemory(
        [.. tokens.Select(token => token.Length == 0 ? OnnxNames.PaddingId : _classifier.Vocabulary.GetId(token))], [texts, length]);

    private static OrtValue Strings(string[] tokens, int texts, int length)
    {
        OrtValue value = OrtValue.CreateTensorWithEmptyStrings(OrtAllocator.DefaultInstance, [texts, length]);
        for (int at = 0; at < tokens.Length; at++)
            value.StringTensorSetElementAt(tokens[at], at);
        return value;
    }
}
