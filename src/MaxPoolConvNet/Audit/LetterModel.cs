using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Evaluation;

/// <summary>The probability of a letter after the two letters before it, in the words of texts. Immutable and thread-safe.</summary>
internal sealed class LetterModel
{
    private const double Smoothing = 1.0 / 12;
    private const double SmoothingOfContext = 5;
    private const double ToDeviation = 1.4826; // from the median of absolute deviations, for normally distributed ones

    // the trigrams of each word, the first two letters of each trigram, and the counts of both
    private readonly int[][] _ofWord;
    private readonly int[] _contexts;
    private readonly int[] _counts;
    private readonly int[] _contextCounts;

    private LetterModel(int[][] ofWord, int[] contexts, int[] counts, int[] contextCounts)
    {
        _ofWord = ofWord;
        _contexts = contexts;
        _counts = counts;
        _contextCounts = contextCounts;
    }

    /// <summary>Counts the trigrams of words; a word counts once for each of its texts.</summary>
    public static LetterModel Of(string[] vocabulary, int[] textCounts)
    {
        var trigrams = new Dictionary<(char, char, char), int>();
        var pairs = new Dictionary<(char, char), int>();
        List<int> contexts = [];
        int[][] ofWord = [.. vocabulary.Select((word, number) => textCounts[number] == 0 ? [] : Trigrams(word))];
        int[] counts = new int[contexts.Count];
        int[] contextCounts = new int[pairs.Count];
        for (int word = 0; word < ofWord.Length; word++)
        {
            foreach (int trigram in ofWord[word])
            {
                counts[trigram] += textCounts[word];
                contextCounts[contexts[trigram]] += textCounts[word];
            }
        }

        return new LetterModel(ofWord, [.. contexts], counts, contextCounts);

        int[] Trigrams(string word)
        {
            int[] numbers = new int[word.Length + 1];
            (char first, char second) = ('^', '^');
            for (int at = 0; at <= word.Length; at++)
            {
                char letter = at < word.Length ? word[at] : '$';
                ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(trigrams, (first, second, letter), out bool exists);
                if (!exists)
                {
                    number = contexts.Count;
                    ref int context = ref CollectionsMarshal.GetValueRefOrAddDefault(pairs, (first, second), out bool isKnown);
                    if (!isKnown) context = pairs.Count - 1;
                    contexts.Add(context);
                }

                numbers[at] = number;
                (first, second) = (second, letter);
            }

            return numbers;
        }
    }

    /// <summary>How far the mean log-probability of each text's letters is from the median of all texts, in standard deviations.</summary>
    /// <remarks>A text's own letters are taken out of the counts. The variance has a part that falls with the number of letters and one
    /// that doesn't.</remarks>
    public double[] Deviations(int[][] texts, CancellationToken cancellationToken)
    {
        double[] means = new double[texts.Length];
        int[] lengths = new int[texts.Length];
        int[] own = new int[_counts.Length];
        int[] ownContexts = new int[_contextCounts.Length];
        (double sum, double squares, long count) = (0, 0, 0);
        for (int text = 0; text < texts.Length; text++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Add(texts[text], 1);
            double ofText = 0;
            foreach (int trigram in texts[text].SelectMany(word => _ofWord[word]))
            {
                int context = _contexts[trigram];
                double log = Math.Log((_counts[trigram] - own[trigram] + Smoothing)
                    / (_contextCounts[context] - ownContexts[context] + SmoothingOfContext));
                ofText += log;
                squares += log * log;
                lengths[text]++;
            }

            Add(texts[text], -1);
            sum += ofText;
            count += lengths[text];
            means[text] = lengths[text] == 0 ? double.NaN : ofText / lengths[text];
        }

        double variance = count == 0 ? 0 : squares / count - Math.Pow(sum / count, 2);
        return Standardized(means, lengths, variance);

        void Add(int[] words, int sign)
        {
            foreach (int trigram in words.SelectMany(word => _ofWord[word]))
            {
                own[trigram] += sign;
                ownContexts[_contexts[trigram]] += sign;
            }
        }
    }

    private static double[] Standardized(double[] means, int[] lengths, double variance)
    {
        double[] known = [.. means.Where(mean => !double.IsNaN(mean))];
        if (known.Length == 0) return new double[means.Length];
        double center = Median(known);
        double spread = ToDeviation * Median([.. known.Select(mean => Math.Abs(mean - center))]);
        double usual = Median([.. lengths.Where(length => length > 0).Select(length => (double)length)]);
        double constant = Math.Max(0, spread * spread - variance / usual);
        return
        [
            .. means.Zip(lengths, (mean, length) =>
                double.IsNaN(mean) ? 0 : (mean - center) / Math.Sqrt(Math.Max(variance / length + constant, 1e-12))),
        ];
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
