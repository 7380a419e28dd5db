
namespace MaxPoolConvNet;

public sealed partial class TextClassifier
{
    private readonly Explainer _explainer;

    /// <summary>Which windows and words of the text decided for its most probable label, and by how much.</summary>
    /// <remarks>
    /// <para>
    /// A filter's winner is weak if what it answers, before the activation, is no larger than the median of its largest answers to 99
    /// random texts of as many known words. These are drawn from the vocabulary by Zipf's law over the ids, which are in the order of
    /// falling frequency in a vocabulary that is built from texts: a word has nearly the weight 1 / (id + 1). Texts of more than 256 words
    /// are held to random texts of 256. The same texts are drawn every time.
    /// </para>
    /// <para>
    /// The first explanation of a text of so many words runs these random texts through the filters, as long as 99 predictions, and keeps
    /// 4 bytes a filter; further ones don't. With an embedding the rows of their words are made and kept like those of other texts. No
    /// prediction waits for it. An explanation allocates its windows and words, and 8 bytes for each label.
    /// </para>
    /// </remarks>
    /// <param name="text">The text.</param>
    /// <returns>The windows that won, with contributions that sum up to the logit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The text has more than 16,777,216 words.</exception>
    /// <exception cref="ArithmeticException">The weights are finite, but the logit, or a row of a random text's word,
    /// overflows.</exception>
    public Explanation Explain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _explainer.Explain(text, Encode(text), label: null);
    }

    /// <summary>Which windows and words of the text speak for one of the labels, and which against it; see
    /// <see cref="Explain(string)"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="label">One of <see cref="Labels"/>.</param>
    /// <returns>The windows that won, with contributions that sum up to the label's logit.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no such label, or the text has more than 16,777,216 words.</exception>
    /// <exception cref="ArithmeticException">The weights are finite, but the logit, or a row of a random text's word,
    /// overflows.</exception>
    public Explanation Explain(string text, string label)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(label);
        int known = Model.Labels.Get(label, nameof(label));
        return _explainer.Explain(text, Encode(text), known);
    }

    /// <summary>
    /// What the classifier looks for, from the model alone: for each filter the n-gram that it answers to most, which is exact but need
    /// not occur in any text, and for each label those with the largest v·h.
    /// </summary>
    /// <remarks>
    /// Goes through all words of the vocabulary; with an embedding it multiplies their vectors with all filters, as <see cref="Compile"/>
    /// does. It is the network's own numbers that count, also where it is compiled to 16 bits.
    /// </remarks>
    /// <param name="options">How many; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>N-grams of filters and of labels. It keeps V, the output's weights, in memory.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public NgramReport FindModelNgrams(NgramOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new NgramOptions();
        options.Check();
        return _explainer.FindModelNgrams(options, cancellationToken);
    }

    /// <summary>
    /// What the classifier finds in texts: for each filter the n-grams with the largest responses, and for each label those that win
    /// windows with the largest contribution: their sum over n texts, divided by n + 5, decides the order, so that one of many texts
    /// stands before one that a single text has. Real n-grams of known words; padding doesn't count.
    /// </summary>
    /// <remarks>
    /// The texts are read once, one after the other. N-grams are kept within about 64 MB: where they become too many, those that can add
    /// least to any label's logit are forgotten, so that in large collections <see cref="LabelNgram.TextCount"/> of an n-gram may be too
    /// small, and its mean be that of its later texts. Beside them stand <see cref="NgramOptions.PerFilter"/> n-grams for each filter and
    /// <see cref="NgramOptions.PerLabel"/> for each label. The time at the end grows with the number of labels.
    /// </remarks>
    /// <param name="texts">Texts, such as those of the training; none may be null. Of no texts there are no n-grams.</param>
    /// <param name="options">How many; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>N-grams of filters and of labels. It keeps V, the output's weights, in memory.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text is null, or has more than 16,777,216 words.</exception>
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
            yield return Encode(text);
        }
    }
}
