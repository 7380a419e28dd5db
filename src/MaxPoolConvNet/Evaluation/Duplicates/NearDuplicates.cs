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
        var index = new ShingleIndex(words, options.Threshold, cancellationToken);
        ClosestTexts closest = Search(index, known.Count, Reader, after: _ => -1, options, cancellationToken);
        return new NearDuplicateReport(known.Count, asked.Count, [.. Pairs()]);

        Func<int, int[]> Reader()
        {
            var ofTexts = new WordNumbers(numbers);
            return text => ofTexts.Of(known[text].Text);
        }

        IEnumerable<NearDuplicate> Pairs()
        {
            for (int t = 0; t < words.Length; t++)
            {
                if (index.TextOf(words[t]) is { } first && closest[first] is var (text, similarity))
                    yield return new NearDuplicate(t, text, Math.Min(1, similarity), similarity == ClosestTexts.Same);
            }
        }
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
        int[][] words, NearDuplicateOptions options, CancellationToken cancellationToken)
    {
        // of texts with the same words, the first is the closest for all others, and for the texts after them
        var index = new ShingleIndex(words, options.Threshold, cancellationToken);
        ClosestTexts closest = Search(
            index, words.Length, () => text => index.TextOf(words[text]) == text ? words[text] : [], text => text, options, cancellationToken);
        return [.. Pairs()];

        IEnumerable<DuplicatePair> Pairs()
        {
            for (int t = 0; t < words.Length; t++)
            {
                if (index.TextOf(words[t]) is { } first && first < t) yield return new DuplicatePair(t, first, 1, isExact: true);
                else if (closest[t] is var (earlier, similarity)) yield return new DuplicatePair(t, earlier, similarity, isExact: false);
            }
        }
    }

    /// <summary>Finds the closest of some texts for each text of an index.</summary>
    /// <param name="index">The texts to find others for.</param>
    /// <param name="count">The number of the others.</param>
    /// <param name="newReader">Creates what returns the words of one of them by its index, for a thread.</param>
    /// <param name="after">Returns the text of the index after which a text can be the closest.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    private static ClosestTexts Search(
        ShingleIndex index,
        int count,
        Func<Func<int, int[]>> newReader,
        Func<int, int> after,
        NearDuplicateOptions options,
        CancellationToken cancellationToken)
    {
        var closest = new ClosestTexts(index.Count, options.Threshold);
        var sharing = new WorkSharing(options.Threads ?? Environment.ProcessorCount);
        (ShingleSearch Search, Func<int, int[]> Words)[] workers =
            [.. Enumerable.Range(0, sharing.Threads).Select(_ => (new ShingleSearch(index, closest), newReader()))];
        sharing.Run(Chunks.Count(count, TextsAtOnce), (piece, worker) =>
        {
            (int first, int texts) = Chunks.Of(piece, count, TextsAtOnce).GetOffsetAndLength(count);
            for (int text = first; text < first + texts && !cancellationToken.IsCancellationRequested; text++)
                workers[worker].Search.Offer(text, workers[worker].Words(text), after(text), cancellationToken);
        });
        cancellationToken.ThrowIfCancellationRequested();
        return closest;
    }
}
