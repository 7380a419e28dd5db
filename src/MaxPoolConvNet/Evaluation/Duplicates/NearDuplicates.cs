using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Evaluation;

/// <summary>
/// Finds test texts that are, nearly, among the training texts: what a classifier has learned by heart says little about texts to come.
/// </summary>
/// <remarks>
/// <para>
/// Two texts are as similar as the sets of their word trigrams: what both have, divided by what either has (Jaccard). Words are those of
/// <see cref="WordTokenizer"/>, in lower case, punctuation among them. A text of one or two words has these in place of trigrams. Texts
/// without words are nobody's duplicates.
/// </para>
/// <para>
/// The result is exact. Two sets of a and b trigrams whose similarity is t or more have one in common among the rarest a − ⌈t·a⌉ + 1 of
/// the one and b − ⌈t·b⌉ + 1 of the other, whatever order of rarity is agreed on (prefix filtering; Chaudhuri, Ganti and Kaushik 2006):
/// only such pairs are compared.
/// </para>
/// </remarks>
public static class NearDuplicates
{
    private const int TextsAtOnce = 64;

    /// <summary>Looks for the closest training text of each test text.</summary>
    /// <param name="training">The training texts; labels don't matter.</param>
    /// <param name="test">The test texts.</param>
    /// <param name="options">What counts as a near-duplicate; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the search without a result.</param>
    /// <returns>The test texts that have one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="training"/> or <paramref name="test"/> is null.</exception>
    /// <exception cref="ArgumentException">A text is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
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
        int[][] knownWords = Words(known, numbers, cancellationToken);
        int[][] askedWords = Words(asked, numbers, cancellationToken);
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

    private static int[][] Words(IReadOnlyList<LabeledText> texts, WordNumbers numbers, CancellationToken cancellationToken)
    {
        int[][] words = new int[texts.Count][];
        for (int t = 0; t < words.Length; t++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            words[t] = numbers.Of(texts[t].Text);
        }

        return words;
    }
}
