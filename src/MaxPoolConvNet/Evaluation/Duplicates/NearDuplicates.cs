using System.Collections.Immutable;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Finds test texts that are also, or nearly, among the training texts. Thread-safe.</summary>
/// <remarks>
/// <para>
/// Results on such texts are too good: a classifier may have memorized them, which says little about new texts.
/// </para>
/// <para>
/// The similarity of two texts is the Jaccard similarity of the sets of their word trigrams: the number of trigrams that both have, divided
/// by the number that either has. Words are those of <see cref="WordTokenizer"/>, in lower case and including punctuation. A text of one or
/// two words has a single element instead of trigrams. Texts without words have no duplicates.
/// </para>
/// <para>
/// The result is exact. If the similarity of two sets of a and b trigrams is t or more, they have a trigram in common among the
/// a − ⌈t·a⌉ + 1 rarest of one and the b − ⌈t·b⌉ + 1 rarest of the other, in any common order of rarity (prefix filtering;
/// Chaudhuri, Ganti and Kaushik 2006). Only such pairs are compared.
/// </para>
/// </remarks>
public static class NearDuplicates
{
    private const int TextsAtOnce = 64;

    /// <summary>Finds the most similar training text of each test text.</summary>
    /// <param name="training">The training texts. Labels are ignored.</param>
    /// <param name="test">The test texts. Labels are ignored.</param>
    /// <param name="options">The options; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Ends the search without a result.</param>
    /// <returns>The test texts that have a near-duplicate.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="training"/> or <paramref name="test"/> is <see langword="null"/>.
    /// </exception>
    /// <exception cref="ArgumentException">A text is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The search was canceled.</exception>
    public static NearDuplicateReport Find(
        IEnumerable<LabeledText> training,
        IEnumerable<LabeledText> test,
        NearDuplicateOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new NearDuplicateOptions();
        options.Check();
        IReadOnlyList<LabeledText> known = LabeledTextList.Of(training, nameof(training));
        IReadOnlyList<LabeledText> asked = LabeledTextList.Of(test, nameof(test));
        var numbers = new WordNumbers();
        int[][] words = numbers.OfAll(asked, cancellationToken);
        List<NearDuplicate> pairs = Search(words, known, numbers, options, cancellationToken);
        return new NearDuplicateReport(known.Count, asked.Count, [.. pairs]);
    }

    /// <summary>Finds, for each text, the most similar one before it.</summary>
    /// <param name="texts">The texts. Labels are ignored.</param>
    /// <param name="options">The options; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Ends the search without a result.</param>
    /// <returns>The texts that have a near-duplicate before them, in order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The search was canceled.</exception>
    public static ImmutableArray<DuplicatePair> FindWithin(
        IEnumerable<LabeledText> texts, NearDuplicateOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new NearDuplicateOptions();
        options.Check();
        IReadOnlyList<LabeledText> list = LabeledTextList.Of(texts, nameof(texts));
        return FindWithin(new WordNumbers().OfAll(list, cancellationToken), options, cancellationToken);
    }

    /// <summary>The same for texts whose words are numbered.</summary>
    internal static ImmutableArray<DuplicatePair> FindWithin(
        int[][] words, NearDuplicateOptions options, CancellationToken cancellationToken) =>
    [
        .. Search(words, known: null, numbers: null, options, cancellationToken)
            .Select(pair => new DuplicatePair(pair.TestIndex, pair.TrainingIndex, pair.Similarity, pair.IsExact)),
    ];

    /// <summary>Finds the closest text of each.</summary>
    /// <param name="words">The numbers of the texts' words.</param>
    /// <param name="known">The texts that can be the closest; null for the same texts, of which only earlier ones can be.</param>
    /// <param name="numbers">Has numbered the words, and numbers those of the known texts; null without known texts.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    private static List<NearDuplicate> Search(
        int[][] words,
        IReadOnlyList<LabeledText>? known,
        WordNumbers? numbers,
        NearDuplicateOptions options,
        CancellationToken cancellationToken)
    {
        var index = new ShingleIndex(words, options.Threshold, cancellationToken);
        var closest = new ClosestTexts(words.Length, options.Threshold);
        var sharing = new WorkSharing(options.Threads ?? Environment.ProcessorCount);
        ShingleSearch[] searches =
            [.. Enumerable.Range(0, sharing.Threads).Select(_ => new ShingleSearch(index, closest, new WordNumbers(numbers)))];
        int count = known?.Count ?? words.Length;
        sharing.Run(Chunks.Count(count, TextsAtOnce), (piece, worker) =>
        {
            int end = Math.Min(count, (piece + 1) * TextsAtOnce);
            for (int text = piece * TextsAtOnce; text < end && !cancellationToken.IsCancellationRequested; text++)
            {
                if (known is null) searches[worker].Offer(text, words[text], after: text, cancellationToken);
                else searches[worker].Offer(text, known[text].Text, cancellationToken);
            }
        });
        cancellationToken.ThrowIfCancellationRequested();
        var found = new List<NearDuplicate>();
        for (int t = 0; t < words.Length; t++)
        {
            // texts with the same words as an earlier one have its closest text, or it
            if ((closest[t] ?? closest[index.TextOf(words[t]) ?? t]) is var (text, similarity))
                found.Add(new NearDuplicate(t, text, Math.Min(1, similarity), isExact: similarity == ClosestTexts.Same));
        }

        return found;
    }
}
