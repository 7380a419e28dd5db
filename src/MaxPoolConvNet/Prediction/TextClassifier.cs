using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet;

/// <summary>
/// A trained classifier: text in, label and probability out. Immutable; any number of threads may use one. Once a thread has predicted a text
/// as long, further calls of <c>Predict</c> allocate nothing.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "A ThreadLocal that is no longer reachable frees its slot itself; a classifier that has to be disposed of would be harder to use.")]
public sealed class TextClassifier
{
    private readonly Network<float> _trained;
    private readonly Network<float> _network;
    private readonly TextEncoder _encoder;
    private readonly LabelSet _labels;
    private readonly ThreadLocal<PredictionScratch> _scratch;

    /// <summary>A classifier made of a network and what its numbers stand for. The weights are rounded to single precision.</summary>
    /// <param name="network">A network over word ids.</param>
    /// <param name="vocabulary">The words that the ids stand for.</param>
    /// <param name="tokenizer">How texts become words.</param>
    /// <param name="labels">The labels of class 0, class 1, …, in ordinal order: two for a logistic output, else one for each row of V.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Vocabulary or labels don't fit the network.</exception>
    public TextClassifier(ConvNet network, Vocabulary vocabulary, ITokenizer tokenizer, IEnumerable<string> labels)
        : this(InSinglePrecision(network), Encoder(network, vocabulary, tokenizer), Ordered(labels, network))
    {
    }

    internal TextClassifier(Network<float> network, TextEncoder encoder, LabelSet labels)
        : this(network, network, encoder, labels)
    {
    }

    /// <param name="trained">The network as it was trained.</param>
    /// <param name="network">The same, or what it was compiled into.</param>
    /// <param name="encoder">How texts become ids.</param>
    /// <param name="labels">The labels.</param>
    private TextClassifier(Network<float> trained, Network<float> network, TextEncoder encoder, LabelSet labels)
    {
        _trained = trained;
        _network = network;
        _encoder = encoder;
        _labels = labels;
        _scratch = new ThreadLocal<PredictionScratch>(() => new PredictionScratch(network));
    }

    /// <summary>The labels, in ordinal order: class 0, class 1, ….</summary>
    public ImmutableArray<string> Labels => _labels.Labels;

    /// <summary>The words that it knows.</summary>
    public Vocabulary Vocabulary => _encoder.Vocabulary;

    /// <summary>How texts become words.</summary>
    public ITokenizer Tokenizer => _encoder.Tokenizer;

    /// <summary>Trains a classifier; for its training's figures, or for cancelling, see <see cref="Trainer"/>.</summary>
    /// <param name="texts">Texts with two labels or more in all; where texts have several labels or none, texts of different labels.</param>
    /// <param name="options">How to train; null for the defaults.</param>
    /// <param name="progress">Is told how far training is; null for none.</param>
    /// <returns>The classifier.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is null.</exception>
    /// <exception cref="ArgumentException">There are no texts, one is null, they have too few labels or no words; or an option is out of its range or doesn't fit them.</exception>
    /// <exception cref="ArithmeticException">Training diverged: the learning rate is too large.</exception>
    /// <exception cref="InvalidDataException">The checkpoint, if one is asked for, is damaged or of another training.</exception>
    /// <exception cref="IOException">The checkpoint can't be written.</exception>
    public static TextClassifier Train(
        IEnumerable<LabeledText> texts, TrainingOptions? options = null, IProgress<TrainingProgress>? progress = null) =>
        new Trainer(options).Train(texts, progress).Classifier;

    /// <summary>
    /// The same classifier with the embedding and the filters over it multiplied out, once for every word it knows: a prediction then costs
    /// k·F additions a word whatever the dimension of the vectors. The table takes 4 bytes for each word and each of the Σ k·F filter entries,
    /// rounded up to whole cache lines: 108 MB for 20,000 words and 3 × 100 filters of width 3, 4 and 5, three times that where three networks
    /// are averaged. Words that only the given vectors know count too: where they are many, read the vectors of the words you need
    /// (<see cref="WordVectorFileOptions.Words"/>).
    /// </summary>
    /// <returns>A classifier that predicts and explains the same to the last digits; itself where there is no embedding.</returns>
    /// <exception cref="ArgumentException">The table would have more entries than an array can.</exception>
    public TextClassifier Compile() => _network.Embedding is null ? this : new TextClassifier(_trained, CompiledNetwork.Of(_network), _encoder, _labels);

    /// <summary>The most probable label of a text; where a text may have several labels, see <see cref="PredictLabels"/>.</summary>
    /// <param name="text">The text; an empty one too gets a label, by the biases alone.</param>
    /// <returns>Label, probability, and how much of the text was known.</returns>
    /// <exception cref="ArgumentException">The text has more than 16,777,216 words.</exception>
    /// <exception cref="ArithmeticException">The weights, all finite, overflow on the way to the logit.</exception>
    public Prediction Predict(ReadOnlySpan<char> text)
    {
        PredictionScratch scratch = Forward(text);
        int label = _network.Output.MostProbable(scratch.Pass.Logits);
        return new Prediction(
            Labels[label], _network.Output.ClassProbability(scratch.Pass.Logits, label), scratch.Encoded.Tokens.Count, scratch.Encoded.KnownWords);
    }

    /// <inheritdoc cref="Predict(ReadOnlySpan{char})"/>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public Prediction Predict(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Predict(text.AsSpan());
    }

    /// <summary>The labels of a text that are probable enough: where it may have several, those that apply.</summary>
    /// <param name="text">The text; an empty one too is given labels, by the biases alone.</param>
    /// <param name="threshold">The least probability; from 0 to 1. The default is 0.5.</param>
    /// <returns>The labels at or above the threshold, the most probable first, of equal ones in their order; there may be none. Allocates the array and what sorts it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threshold"/> is out of its range.</exception>
    /// <exception cref="ArgumentException">The text has more than 16,777,216 words.</exception>
    /// <exception cref="ArithmeticException">The weights, all finite, overflow on the way to the logit.</exception>
    public ImmutableArray<LabelProbability> PredictLabels(string text, double threshold = 0.5)
    {
        OptionRange.Check(threshold, 0, 1, nameof(threshold));
        return [.. PredictProbabilities(text).Where(one => one.Probability >= threshold).OrderByDescending(one => one.Probability)];
    }

    /// <summary>All labels with their probabilities for a text.</summary>
    /// <param name="text">The text; an empty one too is given probabilities, by the biases alone.</param>
    /// <returns>A label and its probability for each of <see cref="Labels"/>, in their order. Allocates the array and one of as many numbers.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentException">The text has more than 16,777,216 words.</exception>
    /// <exception cref="ArithmeticException">The weights, all finite, overflow on the way to the logit.</exception>
    public ImmutableArray<LabelProbability> PredictProbabilities(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        double[] probabilities = _network.Output.ClassProbabilities(Forward(text).Pass.Logits);
        return [.. probabilities.Select((probability, label) => new LabelProbability(Labels[label], probability))];
    }

    /// <summary>Which windows of the text decided, and by how much.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The windows that won, with contributions that sum up to the logit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public Explanation Explain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        PredictionScratch scratch = Forward(text);
        return Explainer.Explain(text, _network, scratch, Labels);
    }

    /// <summary>How well it recognizes labelled texts.</summary>
    /// <param name="texts">Texts that it wasn't trained on, with its labels.</param>
    /// <returns>
    /// Accuracy, loss, figures of each label, calibration; where a text has one label, the confusion matrix, and for two labels the area under
    /// the ROC curve.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is null.</exception>
    /// <exception cref="ArgumentException">There are no texts, one is null, one has a label that training hasn't seen, or several or none where training had one a text.</exception>
    public EvaluationReport Evaluate(IEnumerable<LabeledText> texts)
    {
        IReadOnlyList<LabeledText> list = LabeledTextList.Of(texts, nameof(texts));
        if (list.Count == 0) throw new ArgumentException("there are no texts to evaluate on", nameof(texts));
        var tally = new EvaluationTally(Labels, _network.Output.Kind);
        for (int t = 0; t < list.Count; t++)
        {
            Target target = _labels.TargetOf(list[t], "test", t);
            tally.Add(_network.Output, Forward(list[t].Text).Pass.Logits, target);
        }

        return tally.ToReport();
    }

    /// <summary>A text as the network sees it: the ids of its known words. With <see cref="ToConvNet"/>, to look into a prediction or to check gradients.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The input.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public TextInput ToTextInput(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var encoded = new EncodedText();
        _encoder.Encode(text, encoded);
        return TextInput.FromWordIds(encoded.WordIds);
    }

    /// <summary>The network in double precision: to read its weights, or to check its gradients.</summary>
    /// <returns>A copy.</returns>
    public ConvNet ToConvNet() => ConvNet.FromNetwork(_trained.To<double>());

    private static Network<float> InSinglePrecision(ConvNet network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var rounded = network.InPrecision<float>();
        return rounded.FindNotFinite() is { } found
            ? throw new ArgumentException($"in single precision {found}: the weights are too large", nameof(network))
            : rounded;
    }

    private static TextEncoder Encoder(ConvNet network, Vocabulary vocabulary, ITokenizer tokenizer)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(tokenizer);
        if (vocabulary.Count != network.WordSize)
            throw new ArgumentException($"the vocabulary has {vocabulary.Count} words; the network expects {network.WordSize}", nameof(vocabulary));
        return new TextEncoder(tokenizer, vocabulary);
    }

    private static LabelSet Ordered(IEnumerable<string> labels, ConvNet network)
    {
        ArgumentNullException.ThrowIfNull(labels);
        string[] given = [.. labels];
        int classes = network.Output.Weights.Classes;
        bool ordered = given.Length == classes && !given.Contains(null) && given.Zip(given.Skip(1), string.CompareOrdinal).All(order => order < 0);
        return ordered
            ? new LabelSet(given, network.Output.Kind == OutputKind.MultiLabel)
            : throw new ArgumentException($"the labels are {string.Join(", ", given.Select(label => label is null ? "null" : $"'{label}'"))}; {classes} in ordinal order were expected", nameof(labels));
    }

    private PredictionScratch Forward(ReadOnlySpan<char> text)
    {
        PredictionScratch scratch = _scratch.Value!;
        _encoder.Encode(text, scratch.Encoded);
        scratch.Run.Forward(scratch.Encoded.WordIds);
        foreach (float logit in scratch.Pass.Logits)
        {
            if (!float.IsFinite(logit)) throw new ArithmeticException(FormattableString.Invariant($"the logit is {logit}: the weights are too large"));
        }

        return scratch;
    }
}
