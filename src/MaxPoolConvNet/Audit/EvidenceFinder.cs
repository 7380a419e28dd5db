using System.Collections.Immutable;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Finds what argues for and against the label of a text. Immutable and thread-safe.</summary>
internal sealed class EvidenceFinder(AuditedTexts texts, NgramFeatures features, NaiveBayes bayes, SimilarTexts similar)
{
    private const int MostNgrams = 5;
    private const int MostSimilar = 5;

    /// <summary>The least weight of an n-gram that is named: it is a third more frequent under one label.</summary>
    private const double LeastWeight = 0.3;

    /// <summary>Finds the evidence for a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="label">The suggested class; of several labels per text, the one to add or to remove.</param>
    public SuspectEvidence Of(int text, int label)
    {
        bool several = texts.Labels.SeveralPerText;
        int? given = several ? null : texts.Classes[text][0];
        int sign = several && texts.Has(text, label) ? -1 : 1;
        var tokens = new TokenBuffer();
        WordTokenizer.Default.Tokenize(texts.Texts[text].Text, tokens);
        int[] words = texts.Words[text];
        double[] weights = new double[words.Length];
        bool[] isKnown = new bool[words.Length];
        List<(EvidenceNgram Ngram, int Sign, int First, int Count)> ngrams = [];
        for (int at = 0; at < words.Length; at++)
        {
            foreach ((int feature, int count) in new[] { (features.OfWord(words, at), 1), (features.OfPair(words, at), 2) })
            {
                if (feature < 0) continue;
                (double weight, int with, int without) = bayes.Weigh(text, feature, label, given);
                for (int word = at; word < at + count; word++)
                    (weights[word], isKnown[word]) = (weights[word] + sign * weight / count, true);
                (int suggested, int other) = sign > 0 ? (with, without) : (without, with);
                var ngram = new EvidenceNgram(Written(text, tokens, at, count), Math.Abs(weight), suggested, other);
                ngrams.Add((ngram, Math.Sign(sign * weight), at, count));
            }
        }

        return new SuspectEvidence(
            Strongest(ngrams, 1),
            Strongest(ngrams, -1),
            [
                .. Enumerable.Range(0, words.Length).Where(word => isKnown[word])
                    .Select(word => new EvidenceWord(tokens[word].Start, tokens[word].Length, weights[word])),
            ],
            similar.To(text, MostSimilar));
    }

    /// <summary>The strongest n-grams of one sign that have no word in common with a stronger one.</summary>
    private static ImmutableArray<EvidenceNgram> Strongest(
        IEnumerable<(EvidenceNgram Ngram, int Sign, int First, int Count)> ngrams, int sign)
    {
        var chosen = ImmutableArray.CreateBuilder<EvidenceNgram>();
        HashSet<int> covered = [];
        HashSet<string> shown = new(StringComparer.OrdinalIgnoreCase);
        foreach ((EvidenceNgram ngram, _, int first, int count) in
            ngrams.Where(one => one.Sign == sign && one.Ngram.Weight >= LeastWeight).OrderByDescending(one => one.Ngram.Weight))
        {
            IEnumerable<int> positions = Enumerable.Range(first, count);
            if (positions.Any(covered.Contains) || !shown.Add(ngram.Text)) continue;
            covered.UnionWith(positions);
            chosen.Add(ngram);
            if (chosen.Count == MostNgrams) break;
        }

        return chosen.DrainToImmutable();
    }

    private string Written(int text, TokenBuffer tokens, int first, int count)
    {
        (int start, int end) = (tokens[first].Start, tokens[first + count - 1].Start + tokens[first + count - 1].Length);
        return texts.Texts[text].Text[start..end];
    }
}
