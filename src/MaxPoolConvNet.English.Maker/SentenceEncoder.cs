using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Microsoft.ML.Tokenizers;

namespace MaxPoolConvNet.English;

/// <summary>A sentence encoder: from texts to vectors of length 1.</summary>
internal sealed class SentenceEncoder : IDisposable
{
    /// <summary>The most pieces of a text that are encoded, those of its beginning: what all-MiniLM-L6-v2 is used with.</summary>
    public const int MostPieces = 256;

    private const int TextsAtOnce = 256;
    private const int PiecesAtOnce = 8_192;
    private const string Output = "last_hidden_state";

    private readonly InferenceSession _session;
    private readonly BertTokenizer _tokenizer;
    private readonly Pooling _pooling;

    public SentenceEncoder(EncoderSource source)
    {
        _session = new InferenceSession(source.Model);
        using Stream vocabulary = source.OpenVocabulary();
        _tokenizer = BertTokenizer.Create(vocabulary);
        _pooling = source.Pooling;
        Dimension = _session.OutputMetadata[Output].Dimensions[^1];
    }

    /// <summary>The number of entries of a vector.</summary>
    public int Dimension { get; }

    /// <summary>The pieces of a vocabulary that go on with a word, without their ##.</summary>
    public static IEnumerable<string> Continuations(EncoderSource source)
    {
        using var reader = new StreamReader(source.OpenVocabulary());
        while (reader.ReadLine() is { } piece)
        {
            if (piece.StartsWith("##", StringComparison.Ordinal) && piece[2..].All(char.IsAsciiLetterOrDigit)) yield return piece[2..];
        }
    }

    /// <summary>Encodes texts; those with as many pieces go through the encoder together, so that none is padded.</summary>
    public float[][] Encode(string[] texts)
    {
        int[][] ids = [.. texts.Select(text => Shortened([.. _tokenizer.EncodeToIds(text)]))];
        float[][] vectors = new float[texts.Length][];
        foreach (IGrouping<int, int> group in Enumerable.Range(0, texts.Length).GroupBy(text => ids[text].Length))
        {
            foreach (int[] some in group.Chunk(Math.Clamp(PiecesAtOnce / group.Key, 1, TextsAtOnce)))
                Encode(some, ids, group.Key, vectors);
        }

        return vectors;
    }

    public void Dispose() => _session.Dispose();

    /// <summary>The last piece, [SEP], stays.</summary>
    private static int[] Shortened(int[] ids) => ids.Length > MostPieces ? [.. ids[..(MostPieces - 1)], ids[^1]] : ids;

    private void Encode(int[] texts, int[][] ids, int length, float[][] vectors)
    {
        var input = new DenseTensor<long>([texts.Length, length]);
        var ones = new DenseTensor<long>([texts.Length, length]);
        ones.Fill(1);
        for (int t = 0; t < texts.Length; t++)
        {
            for (int at = 0; at < length; at++)
                input[t, at] = ids[texts[t]][at];
        }

        List<NamedOnnxValue> inputs =
        [
            NamedOnnxValue.CreateFromTensor("input_ids", input),
            NamedOnnxValue.CreateFromTensor("attention_mask", ones),
        ];
        if (_session.InputMetadata.ContainsKey("token_type_ids"))
            inputs.Add(NamedOnnxValue.CreateFromTensor("token_type_ids", new DenseTensor<long>([texts.Length, length])));
        using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> outputs = _session.Run(inputs, [Output]);
        ReadOnlySpan<float> states = ((DenseTensor<float>)outputs[0].AsTensor<float>()).Buffer.Span;
        for (int t = 0; t < texts.Length; t++)
            vectors[texts[t]] = Pool(states.Slice(t * length * Dimension, length * Dimension));
    }

    private float[] Pool(ReadOnlySpan<float> states)
    {
        float[] vector = new float[Dimension];
        int end = _pooling == Pooling.First ? Dimension : states.Length;
        for (int at = 0; at < end; at++)
            vector[at % Dimension] += states[at];
        double length = Math.Sqrt(vector.Sum(entry => (double)entry * entry));
        return Array.ConvertAll(vector, entry => (float)(entry / length));
    }
}
