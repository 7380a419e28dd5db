using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;
using Microsoft.Extensions.Logging;

namespace MaxPoolConvNet;

/// <summary>
/// A trained classifier: text in, label and probability out. Immutable; any number of threads may use one, and none waits for another.
/// Once a thread has predicted a text as long, further calls of <c>Predict</c> allocate nothing; with an embedding, once the rows of its
/// words are made (see <see cref="Compile"/>).
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "A ThreadLocal that is no longer reachable frees its slot itself; a classifier that has to be disposed of would be harder to use.")]
public sealed partial class TextClassifier
{
    private readonly CompiledTable? _table;
    private readonly ThreadLocal<PredictionScratch> _scratch;
    private string? _checksum;

    /// <summary>A classifier made of a network and what its numbers stand for. The weights are rounded to single precision.</summary>
    /// <param name="network">A network over word ids.</param>
    /// <param name="vocabulary">The words that the ids stand for.</param>
    /// <param name="tokenizer">How texts become words.</param>
    /// <param name="labels">The labels of class 0, class 1, …, in ordinal order: two for a logistic output, else one for each row of
    /// V.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Vocabulary or labels don't fit the network.</exception>
    public TextClassifier(ConvNet network, Vocabulary vocabulary, ITokenizer tokenizer, IEnumerable<string> labels)
        : this(TrainedModel.Of(network, vocabulary, tokenizer, labels))
    {
    }

    internal TextClassifier(TrainedModel model)
        : this(model, CompiledTable.Of(model.Network, CompileOptions.Unasked))
    {
    }

    /// <param name="model">The model.</param>
    /// <param name="table">What it is compiled into; null where it runs as it is.</param>
    private TextClassifier(TrainedModel model, CompiledTable? table)
    {
        Model = model;
        _table = table;
        _scratch = new ThreadLocal<PredictionScratch>(() => new PredictionScratch(model.Network, table));
        _explainer = new Explainer(model.Network, Vocabulary, Labels);
    }

    /// <summary>The labels, in ordinal order: class 0, class 1, ….</summary>
    public ImmutableArray<string> Labels => Model.Labels.Labels;

    /// <summary>Whether a text may have any number of the labels; if not, it has one of them.</summary>
    public bool IsMultiLabel => Model.Labels.SeveralPerText;

    /// <summary>The words that it knows.</summary>
    public Vocabulary Vocabulary => Model.Encoder.Vocabulary;

    /// <summary>How texts become words.</summary>
    public ITokenizer Tokenizer => Model.Encoder.Tokenizer;

    /// <summary>What it is made of, which nothing may change.</summary>
    internal TrainedModel Model { get; }

    /// <summary>Trains a classifier; for its training's figures, or for training one further, see <see cref="Trainer"/>.</summary>
    /// <param name="texts">Texts with two labels or more in all; where texts have several labels or none, texts of different
    /// labels.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <param name="progress">Is told how far training is; null for none.</param>
    /// <param name="cancellationToken">Cancels training. To keep the best classifier so far instead, see
    /// <see cref="Trainer.Train(IEnumerable{LabeledText}, IProgress{TrainingProgress}?, CancellationToken)"/>.</param>
    /// <param name="logger">Receives what <see cref="Trainer"/> logs; null for none.</param>
    /// <returns>The classifier.</returns>
    /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is null.</exception>
    /// <exception cref="ArgumentException">There are no texts, one is null, they have too few labels or no words; or an option is out of
    /// its range or doesn't fit them.</exception>
    /// <exception cref="TrainingDivergedException">Training diverged: the learning rate is too large.</exception>
    /// <exception cref="InvalidDataException">The checkpoint, if one is asked for, is damaged or of another training.</exception>
    /// <exception cref="IOException">The checkpoint can't be written.</exception>
    [SuppressMessage("Design", "CA1068:CancellationToken parameters must come last", Justification = "Callers pass the token by its place.")]
    public static TextClassifier Train(
        IEnumerable<LabeledText> texts,
        TrainingOptions? options = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default,
        ILogger<Trainer>? logger = null)
    {
        TrainingResult result = new Trainer(options, logger).Train(texts, progress, cancellationToken);
        return result.StopReason == StopReason.Cancelled ? throw new OperationCanceledException(cancellationToken) : result.Classifier;
    }

    /// <summary>
    /// The same classifier with its table of rows made as the options say. With an embedding the rows of a word, what the filters answer
    /// to its vector at each position, are computed once; a prediction then costs k·F additions a word, whatever the dimension of the
    /// vectors. A classifier that isn't compiled makes the rows when a text first has the word, and keeps up to 1 GiB of them: compile it
    /// to have them from the beginning, in 16 or 8 bits, or within another bound.
    /// </summary>
    /// <param name="options">Precision, time and memory; null for the defaults: single precision, all at once, at most 1 GiB.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>
    /// A classifier that predicts and explains the same; in 16 or 8 bits, nearly. Itself where there is nothing to do: no embedding, single
    /// precision. The rows of a word take 4 bytes, or 2, for each of the Σ k·F filter entries, F rounded up to a multiple of 16: 108 MB for
    /// 20,000 words and 3 × 100 filters of width 3, 4 and 5, three times that where three networks are averaged. In 8 bits they take a byte,
    /// F rounded up to a multiple of 64: 31 MB.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="ArithmeticException">The weights, all finite, overflow in the rows.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public TextClassifier Compile(CompileOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new CompileOptions();
        options.Check();
        CompiledTable? table = CompiledTable.Of(Model.Network, options, cancellationToken);
        return table is null && _table is null ? this : new TextClassifier(Model, table);
    }

    /// <summary>The most probable label of a text; where a text may have several labels, see
    /// <see cref="Score(ReadOnlySpan{char})"/>.</summary>
    /// <param name="text">The text; an empty one too gets a label, by the biases alone.</param>
    /// <returns>Label, probability, and how much of the text was known.</returns>
    /// <exception cref="ArgumentException">The text has more than 16,777,216 words.</exception>
    /// <exception cref="ArithmeticException">The weights, all finite, overflow on the way to the logit.</exception>
    public Prediction Predict(ReadOnlySpan<char> text)
    {
        PredictionScratch scratch = Encode(text);
        ReadOnlySpan<float> logits = Forward(scratch.Predicting, scratch).Logits;
        int label = Model.Network.Output.Function.MostProbable(logits);
        return new Prediction(
            Labels[label], Model.Network.Output.Function.ClassProbability(logits, label), scratch.Encoded.Tokens.Count, scratch.Encoded.KnownWords);
    }

    /// <inheritdoc cref="Predict(ReadOnlySpan{char})"/>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public Prediction Predict(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Predict(text.AsSpan());
    }

    /// <summary>A text as the network sees it: the ids of its known words. With <see cref="ToConvNet"/>, to look into a prediction or to
    /// check gradients.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The input.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public TextInput ToTextInput(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var encoded = new EncodedText();
        Model.Encoder.Encode(text, encoded);
        return TextInput.FromWordIds(encoded.WordIds);
    }

    /// <summary>The network in double precision: to read its weights, or to check its gradients.</summary>
    /// <returns>A copy.</returns>
    public ConvNet ToConvNet() => ConvNet.FromNetwork(Model.Network.To<double>());

    private PredictionScratch Encode(ReadOnlySpan<char> text)
    {
        PredictionScratch scratch = _scratch.Value!;
        Model.Encoder.Encode(text, scratch.Encoded);
        return scratch;
    }

    private static TextPass<float> Forward(PredictionRun run, PredictionScratch scratch) => run.Forward(scratch.Encoded.WordIds);
}
