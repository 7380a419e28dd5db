
namespace MaxPoolConvNet;

public sealed partial class TextClassifier
{
    private readonly Explainer _explainer;

    /// <summary>Explains the most probable label of a text: which windows and words decided for it, and by how much.</summary>
    /// <remarks>
    /// <para>
    /// A filter's winner is weak if its response, before the activation, is at most the median of the filter's largest responses to 99
    /// random texts with the same number of known words. The random texts are sampled from the vocabulary by Zipf's law over the ids: a
    /// word has a weight of about 1 / (id + 1). In a vocabulary built from texts, the ids are in the order of falling frequency; sub-words
    /// have an order of their own, and are three quarters of a random text. Texts of more than 256 words are compared with random texts of
    /// 256 words. The random texts are the same every time.
    /// </para>
    /// <para>
    /// The first explanation of a text of a given length runs the random texts of that length through the filters. This takes as long as
    /// 99 predictions; the result is kept, in 4 bytes per filter, and later explanations use it. With an embedding, the rows of the random
    /// texts' words are computed and kept like those of other texts. Predictions don't wait for an explanation. An explanation allocates
    /// its windows and words, and 8 bytes per label.
    /// </para>
    /// </remarks>
    /// <param name="text">The text.</param>
    /// <returns>The windows that won. The bias and their contributions sum to the logit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The text has more than 16,777,216 words.</exception>
    /// <exception cref="ArithmeticException">The weights are finite, but the logit, or a row of a random text's word,
    /// overflows.</exception>
    public Explanation Explain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _explainer.Explain(text, Encode(text, withTokens: true), label: null);
    }

    /// <summary>Explains the logit of one label: which windows and words of the text speak for it, and which against it.</summary>
    /// <remarks>Works like <see cref="Explain(string)"/>.</remarks>
    /// <param name="text">The text.</param>
    /// <param name="label">One of <see cref="Labels"/>.</param>
    /// <returns>The windows that won. The bias and their contributions sum to the label's logit.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no such label, or the text has more than 16,777,216 words.</exception>
    /// <exception cref="ArithmeticException">The weights are finite, but the logit, or a row of a random text's word,
    /// overflows.</exception>
    public Explanation Explain(string text, string label)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(label);
        int known = Model.Labels.Get(label, nameof(label));
        return _explainer.Explain(text, Encode(text, withTokens: true), known);
    }

    /// <summary>
    /// Finds what the classifier looks for, from the model alone: for each filter the n-gram with the largest response, and for each label
    /// the n-grams with the largest v·h.
    /// </summary>
    /// <remarks>
    /// The n-grams are exact, but they need not occur in any text. The method iterates over all words of the vocabulary; with an embedding,
    /// it multiplies their vectors by all filters, as <see cref="Compile"/> does. It uses the network's own weights, even if the classifier
    /// is compiled to 16 or 8 bits.
    /// </remarks>
    /// <param name="options">The numbers of n-grams; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The n-grams of filters and of labels. The report keeps V, the weights of the output, in memory.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public NgramReport FindModelNgrams(NgramOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new NgramOptions();
        options.Check();
        return _explainer.FindModelNgrams(options, cancellationToken);
    }

    /// <summary>
    /// Finds n-grams in texts: for each filter those with the largest responses, and for each label those with the largest contributions.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The n-grams consist of known words that occur in the texts; padding isn't part of them. The n-grams of a label are ordered by the
    /// sum of their contributions over the n texts in which they won, divided by n + 5. An n-gram of many texts therefore precedes one of a
    /// single text with the same mean contribution.
    /// </para>
    /// <para>
    /// The texts are read once, one after the other. The n-grams take about 64 MB at most: if there are too many, those that can add least
    /// to any label's logit are dropped. In large collections, the <see cref="LabelNgram.TextCount"/> of an n-gram may then be too small,
    /// and its mean may be that of its later texts only. In addition, <see cref="NgramOptions.PerFilter"/> n-grams per filter and
    /// <see cref="NgramOptions.PerLabel"/> per label are kept. The time at the end is proportional to the number of labels.
    /// </para>
    /// </remarks>
    /// <param name="texts">Texts, such as the training texts; none may be <see langword="null"/>. Without texts, the report has no
    /// n-grams.</param>
    /// <param name="options">The numbers of n-grams; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The n-grams of filters and of labels. The report keeps V, the weights of the output, in memory.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text is <see langword="null"/> or has more than 16,777,216 words.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    /// <exception cref="ArithmeticException">The weights are finite, but a logit overflows.</exception>
    public NgramReport FindNgrams(IEnumerable<string> texts, NgramOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        options ??= new NgramOptions();
        options.Check();
        return _explainer.FindNgrams(Encoded(texts, cancellationToken), options, cancellationToken);
    }

    private IEnumerable<PredictionScratch> Encoded(IEnumerable<string> texts, CancellationToken cancellationToken)
    {
        int number = 0;
        foreach (string text in texts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            number++;
            if (text is null) throw new ArgumentException($"text {number} is null", nameof(texts));
            yield return Encode(text, withTokens: true);
        }
    }
}
