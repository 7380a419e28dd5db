namespace MaxPoolConvNet.Evaluation;

/// <summary>Finds texts that are probably in another language than most, without knowing any language.</summary>
/// <remarks>
/// A text is a candidate if fewer than 15 % of its words are common, where the common words are the up to 100 that occur in at least 2 % of
/// the texts. A candidate starts as foreign if its letters, by trigrams of the other texts' words, are improbable by 2.5 standard
/// deviations. Then candidates decide by each other's words: a text is foreign if at least half of its words that occur elsewhere occur
/// mostly in foreign texts. One whose letters are very improbable stays foreign alone.
/// </remarks>
internal sealed class ForeignTexts
{
    private const int MostCommonWords = 100;
    private const double LeastShareOfTexts = 0.02;
    private const double MostCommonShare = 0.15;
    private const int FewestWords = 4;
    private const double Improbable = -2.5;
    private const double VeryImprobable = -3.5;
    private const int Rounds = 3;

    private readonly int[][] _words;
    private readonly int[] _textCounts;

    private ForeignTexts(int[][] words, int[] textCounts) => (_words, _textCounts) = (words, textCounts);

    /// <summary>Returns the indices of the texts, in ascending order.</summary>
    public static IReadOnlyList<int> Find(AuditedTexts texts, CancellationToken cancellationToken)
    {
        bool[] isWord = [.. texts.Vocabulary.Select(word => word.All(char.IsLetter))];
        int[][] all = [.. texts.Words.Select(own => own.Where(word => isWord[word]).ToArray())];
        int[][] distinct = [.. all.Select(own => own.Distinct().ToArray())];
        int[] counts = new int[texts.Vocabulary.Length];
        foreach (int word in distinct.SelectMany(own => own))
            counts[word]++;
        HashSet<int> common =
        [
            .. Enumerable.Range(0, counts.Length).Where(word => counts[word] >= LeastShareOfTexts * texts.Count)
                .OrderByDescending(word => counts[word]).Take(MostCommonWords),
        ];
        int[] candidates =
        [
            .. Enumerable.Range(0, texts.Count)
                .Where(text => all[text].Length >= FewestWords && all[text].Count(common.Contains) < MostCommonShare * all[text].Length),
        ];
        double[] letters = LetterModel.Of(texts.Vocabulary, counts).Deviations(distinct, cancellationToken);
        return new ForeignTexts(distinct, counts).Grow(candidates, letters);
    }

    private List<int> Grow(int[] candidates, double[] letters)
    {
        HashSet<int> foreign = [.. candidates.Where(text => letters[text] < Improbable)];
        for (int round = 0; round < Rounds; round++)
        {
            var counts = new Dictionary<int, int>();
            foreach (int word in foreign.SelectMany(text => _words[text]))
                counts[word] = counts.GetValueOrDefault(word) + 1;
            HashSet<int> before = foreign;
            foreign =
            [
                .. candidates.Where(text => letters[text] < VeryImprobable || IsForeign(text, counts, before.Contains(text) ? 1 : 0)),
            ];
        }

        return [.. foreign.Order()];
    }

    private bool IsForeign(int text, Dictionary<int, int> foreignCounts, int self)
    {
        int[] known = [.. _words[text].Where(word => _textCounts[word] > 1)];
        int foreign = known.Count(word => 2 * (foreignCounts.GetValueOrDefault(word) - self) >= _textCounts[word] - 1);
        return known.Length >= 2 && 2 * foreign >= known.Length;
    }
}
