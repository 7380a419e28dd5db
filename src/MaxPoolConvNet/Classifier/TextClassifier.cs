using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;
using Microsoft.Extensions.Logging;

namespace MaxPoolConvNet;

/// <summary>A trained classifier: text in, label and probability out. Immutable and thread-safe, without locks between threads.</summary>
/// <remarks>
/// Once a thread has predicted a text of the same length, further calls of <c>Predict</c> allocate nothing; with an embedding, once the
/// rows of the words are computed (see <see cref="Compile"/>).
/// </remarks>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "A ThreadLocal that is no longer reachable frees its slot itself; "
        + "a classifier that has to be disposed of would be harder to use.")]
public sealed partial class TextClassifier
{
    private readonly CompiledTable? _table;
    private readonly ThreadLocal<PredictionScratch> _scratch;
    private string? _checksum;

    /// <summary>Creates a classifier from a network, its vocabulary, tokenizer and labels. The weights are rounded to single
    /// precision.</summary>
    /// <param name="network">A network over word ids.</param>
    /// <param name="vocabulary">The words of the ids.</param>
    /// <param name="tokenizer">The tokenizer, which splits texts into words.</param>
    /// <param name="labels">The labels of class 0, class 1, …, in ordinal order: two for a logistic output, otherwise one per row of
    /// V.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The vocabulary or the labels don't match the network.</exception>
    public TextClassifier(ConvNet network, Vocabulary vocabulary, ITokenizer tokenizer, IEnumerable<string> labels)
        : this(TrainedModel.Of(network, vocabulary, tokenizer, labels))
    {
    }

    internal TextClassifier(TrainedModel model)
        : this(model, CompiledTable.Of(model.Network, CompileOptions.Unasked))
    {
    }

    /// <param name="model">The model.</param>
    /// <param name="table">The compiled table; <see langword="null"/> if the network runs uncompiled.</param>
    private TextClassifier(TrainedModel model, CompiledTable? table)
    {
        Model = model;
        _table = table;
        _scratch = new ThreadLocal<PredictionScratch>(() => new PredictionScratch(model.Network, table));
        _explainer = new Explainer(model.Network, Vocabulary, Labels);
        Acceptance = AcceptanceTable.Of(model);
    }

    /// <summary>The labels, in ordinal order: class 0, class 1, ….</summary>
    public ImmutableArray<string> Labels => Model.Labels.Labels;

    /// <summary>Whether a text may have any number of labels. If not, each text has exactly one.</summary>
    public bool IsMultiLabel => Model.Labels.SeveralPerText;

    /// <summary>The words that the classifier knows.</summary>
    public Vocabulary Vocabulary => Model.Encoder.Vocabulary;

    /// <summary>The tokenizer, which splits texts into words.</summary>
    public ITokenizer Tokenizer => Model.Encoder.Tokenizer;

    /// <summary>The model, which must not be changed.</summary>
    internal TrainedModel Model { get; }

    /// <summary>Trains a classifier. For metrics of the training, or to continue training, see <see cref="Trainer"/>.</summary>
    /// <param name="texts">Texts with at least two labels in all. For multi-label texts, not all may have the same set of labels.</param>
    /// <param name="options">How to train; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">Receives the progress of training; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Cancels training. To keep the best classifier so far instead, see
    /// <see cref="Trainer.Train(IEnumerable{LabeledText}, IProgress{TrainingProgress}?, CancellationToken)"/>.</param>
    /// <param name="logger">Receives the log messages of <see cref="Trainer"/>; <see langword="null"/> for none.</param>
    /// <returns>The classifier.</returns>
    /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are no texts, a text is null, the texts have too few labels or no words, or an option is
    /// out of range or doesn't suit the texts.</exception>
    /// <exception cref="TrainingDivergedException">Training diverged: the learning rate is too large.</exception>
    /// <exception cref="InvalidDataException">The checkpoint, if one is set, is damaged or belongs to another training.</exception>
    /// <exception cref="IOException">The checkpoint can't be written.</exception>
    [SuppressMessage(
        "Design", "CA1068:CancellationToken parameters must come last", Justification = "Callers pass the token by its place.")]
    public static TextClassifier Train(
        IEnumerable<LabeledText> texts,
        TrainingOptions? options = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default,
        ILogger<Trainer>? logger = null) =>
        new Trainer(options, logger).Train(texts, progress, cancellationToken).ClassifierUnlessCancelled(cancellationToken);

    /// <summary>
    /// Creates a classifier with precomputed responses of the filters to each word. With an embedding, these responses (the rows of a word,
    /// one per filter position) are computed once per word.
    /// </summary>
    /// <remarks>
    /// A prediction then costs k·F additions per word, whatever the dimension of the vectors. Without this call, the classifier computes
    /// the rows when a text first contains the word, and keeps up to 1 GiB of them. Compile it to compute them in advance, store them in 16
    /// or 8 bits, or set another memory limit.
    /// </remarks>
    /// <param name="options">The number format, time of computation and memory limit; <see langword="null"/> for the defaults: single
    /// precision, all at once, at most 1 GiB.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>
    /// A classifier with the same predictions and explanations; in 16 or 8 bits, nearly the same. The classifier itself if there is nothing
    /// to compile: without an embedding, in single precision or if it is compact, since compact filters stay as they are. The rows of a
    /// word take 4 bytes (2 in 16 bits) for each of the Σ k·F filter entries, with F rounded up to a multiple of 16: 108 MB for 20,000
    /// words and 3 × 100 filters of widths 3, 4 and 5, and three times that for an average of three networks. In 8 bits, they take a byte
    /// each, with F rounded up to a multiple of 64: 31 MB.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="ArithmeticException">The weights are finite, but a row overflows.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public TextClassifier Compile(CompileOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new CompileOptions();
        options.Check();
        CompiledTable? table = CompiledTable.Of(Model.Network, options, cancellationToken);
        return table is null && _table is null ? this : new TextClassifier(Model, table);
    }

    /// <summary>Returns the classifier with compact weights, as <see cref="Training.TrainingOptions.Compact"/> makes them.</summary>
    /// <param name="texts">
    /// Texts to measure the changes on, such as the training texts, with labels of this classifier; <see langword="null"/> to measure
    /// nothing and take the coarsest rounding.
    /// </param>
    /// <param name="maximumBytes">
    /// The largest size of the model file, without metadata; <see langword="null"/>, the default, for no limit. A file that would be larger
    /// has fewer bits per weight and fewer weights, and words without weights are dropped, which makes texts less familiar. This costs
    /// accuracy: compare both classifiers on held-out texts.
    /// </param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>
    /// The compact classifier; the classifier itself if it is compact and small enough, has no filters over one-hot words or filters wider
    /// than 100, or if no rounding is fine enough for the texts.
    /// </returns>
    /// <exception cref="ArgumentException">A text is <see langword="null"/> or has a label that the classifier doesn't have, or no rounding
    /// makes the file small enough.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public TextClassifier Compact(
        IEnumerable<LabeledText>? texts = null, long? maximumBytes = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<LabeledText> list = texts is null ? [] : LabeledTextList.Of(texts, nameof(texts));
        TrainedModel compact = new ModelCompactor(list, Environment.ProcessorCount).Compact(Model, maximumBytes, cancellationToken);
        return ReferenceEquals(compact, Model) ? this : new TextClassifier(compact);
    }

    /// <summary>Predicts the most probable label of a text. For multi-label classifiers, see
    /// <see cref="Score(ReadOnlySpan{char})"/>.</summary>
    /// <param name="text">The text. An empty text is classified by the biases alone.</param>
    /// <returns>The label, its probability, the number of words and of known words, and the text's familiarity.</returns>
    /// <exception cref="ArgumentException">The text has more than 16,777,216 words.</exception>
    /// <exception cref="ArithmeticException">The weights are finite, but the logit overflows.</exception>
    public Prediction Predict(ReadOnlySpan<char> text)
    {
        PredictionScratch scratch = Encode(text);
        ReadOnlySpan<float> logits = Forward(scratch.Predicting, scratch).Logits;
        int label = Model.Network.Output.Function.MostProbable(logits);
        double probability = Model.Network.Output.Function.ClassProbability(logits, label);
        EncodedText encoded = scratch.Encoded;
        double familiarity = Model.Familiarity?.Of(encoded) ?? double.NaN;
        return new Prediction(Labels[label], probability, encoded.Words, encoded.KnownWords, familiarity);
    }

    /// <inheritdoc cref="Predict(ReadOnlySpan{char})"/>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    public Prediction Predict(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Predict(text.AsSpan());
    }

    /// <summary>Converts a text to the input of the network: the ids of its known words. Use it with <see cref="ToConvNet"/> to inspect a
    /// prediction or check gradients.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The input.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    public TextInput ToTextInput(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var encoded = new EncodedText();
        Model.Encoder.Encode(text, encoded);
        return TextInput.FromWordIds(encoded.WordIds);
    }

    /// <summary>Copies the network in double precision, to read its weights or check its gradients.</summary>
    /// <returns>A copy.</returns>
    public ConvNet ToConvNet() => ConvNet.FromNetwork(Model.Network.To<double>());

    /// <param name="text">The text.</param>
    /// <param name="withTokens">Whether sub-words need tokens of their own, with their positions.</param>
    private PredictionScratch Encode(ReadOnlySpan<char> text, bool withTokens = false)
    {
        PredictionScratch scratch = _scratch.Value!;
        if (withTokens) Model.Encoder.EncodeTokens(text, scratch.Encoded);
        else Model.Encoder.Encode(text, scratch.Encoded);
        return scratch;
    }

    private static TextPass<float> Forward(PredictionRun run, PredictionScratch scratch) => run.Forward(scratch.Encoded.WordIds);
}
