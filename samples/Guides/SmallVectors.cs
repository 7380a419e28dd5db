using System.Globalization;
using System.Text;
using MaxPoolConvNet.Text;

namespace Guides;

/// <summary>
/// Word vectors in GloVe's form, small enough to be made while one waits: to each word the random vectors of its neighbours are added up
/// (random indexing). They stand in for vectors that were trained on billions of words.
/// </summary>
internal static class SmallVectors
{
    private const int Dimension = 20;
    private const int MinimumCount = 3;

    public static string Of(LabeledText[] texts)
    {
        Vocabulary vocabulary = Vocabulary.Build(texts.Select(text => text.Text), WordTokenizer.Default, new VocabularyOptions { MinimumCount = MinimumCount });
        float[][] random = [.. Enumerable.Range(0, vocabulary.Count).Select(Direction)];
        float[][] vectors = [.. random.Select(_ => new float[Dimension])];
        var tokens = new TokenBuffer();
        foreach (LabeledText text in texts)
        {
            tokens.Clear();
            WordTokenizer.Default.Tokenize(text.Text, tokens);
            for (int at = 1; at < tokens.Count; at++)
            {
                if (!vocabulary.TryGetId(tokens.Word(at - 1), out int left) || !vocabulary.TryGetId(tokens.Word(at), out int right)) continue;
                Add(random[left], vectors[right]);
                Add(random[right], vectors[left]);
            }
        }

        var file = new StringBuilder();
        for (int id = 0; id < vocabulary.Count; id++)
        {
            float length = MathF.Sqrt(vectors[id].Sum(entry => entry * entry)) + 1e-6f;
            file.Append(vocabulary[id]).AppendJoin("", vectors[id].Select(entry => string.Create(CultureInfo.InvariantCulture, $" {entry / length:F4}"))).Append('\n');
        }

        return file.ToString();
    }

    private static float[] Direction(int id)
    {
        var random = new Random(id);
        return [.. Enumerable.Range(0, Dimension).Select(_ => (float)(random.NextDouble() - 0.5))];
    }

    private static void Add(float[] from, float[] to)
    {
        for (int entry = 0; entry < Dimension; entry++)
            to[entry] += from[entry];
    }
}
