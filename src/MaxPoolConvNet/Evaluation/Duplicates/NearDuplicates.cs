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
        int[][] knownWords = numbers.OfAll(known, cancellationToken);
        int[][] askedWords = numbers.OfAll(asked, cancellationToken);
        var index = new ShingleIndex(knownWords, options.Threshold, cancellationToken);
        var found = new NearDuplicate?[asked.Count];
        var sharing = new WorkSharing(options.Threads ?? Environment.ProcessorCount);
        ShingleSearch[] searches = [.. Enumerable.Range(0, sharing.Threads).Select(_ => new ShingleSearch(index))];
        sharing.Run(Chunks.Count(asked.Count, TextsAtOnce), (piece, worker) =>
        {
            (int first, int count) = Chunks.Of(piece, asked.Count, TextsAtOnce).GetOffsetAndLength(asked.Count);
            for (int t = first; t < first + count && !cancellationToken.IsCancellationRequested; t++)
                found[t] = searches[worker].Closest(t, askedWords[t], cancellationToken);
        });
        cancellationToken.ThrowIfCancellationRequested();
        return new NearDuplicateReport(known.Count, asked.Count, [.. found.OfType<NearDuplicate>()]);
    }
}
