using System.Collections.Immutable;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet;

/// <summary>Divides the logits of a text among the windows that won. Thread-safe, with one scratch per thread.</summary>
internal sealed class Explainer(Network<float> network, Vocabulary vocabulary, ImmutableArray<string> labels)
{
    private readonly WeakThresholds _thresholds =
        new(network, new RandomTexts(vocabulary.UnknownId ?? vocabulary.Count, FilterWords.Of(network)));
    private readonly LabelOutput _output = new(network.Output);

    /// <summary>The n-grams that the filters and labels look for, from the model alone.</summary>
    public NgramReport FindModelNgrams(NgramOptions options, CancellationToken cancellationToken) =>
        new ModelNgrams(network, vocabulary.Words, labels).Find(options, cancellationToken);

    /// <summary>The n-grams that win in texts.</summary>
    /// <param name="texts">The thread's scratch, once for each text that it has encoded.</param>
    /// <param name="options">How many.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public NgramReport FindNgrams(IEnumerable<PredictionScratch> texts, NgramOptions options, CancellationToken cancellationToken)
    {
        var ngrams = new TextNgrams(network, vocabulary.Words, labels, options);
        foreach (PredictionScratch text in texts)
            ngrams.Add(text);
        cancellationToken.ThrowIfCancellationRequested();
        return ngrams.Report();
    }

    /// <summary>Explains the text that the scratch has encoded.</summary>
    /// <param name="text">The text.</param>
    /// <param name="scratch">The thread's own.</param>
    /// <param name="label">The label to explain; <see langword="null"/> for the most probable one.</param>
    public Explanation Explain(string text, PredictionScratch scratch, int? label)
    {
        EncodedText encoded = scratch.Encoded;
        ReadOnlySpan<float> thresholds = _thresholds.Of(encoded.WordIds.Length, scratch.Predicting);
        bool[] weak = new bool[network.Features];
        ReadOnlySpan<float> responses = scratch.Explaining.Pool(encoded.WordIds);
        for (int j = 0; j < weak.Length; j++)
            weak[j] = responses[j] <= thresholds[j];

        TextPass<float> pass = scratch.Explaining.Finish();
        int explained = label ?? network.Output.Function.MostProbable(pass.Logits);
        var words = new WordCoverage(text, encoded);
        ImmutableArray<ExplainedWindow> windows =
            [.. WonWindow.Of(network, pass, encoded.WordIds).Select(Explained).OrderByDescending(window => Math.Abs(window.Contribution))];
        return new Explanation(
            text,
            labels,
            explained,
            network.Output.Function.ClassProbability(pass.Logits, explained),
            _output.Logits(pass.Logits),
            _output.Biases,
            words,
            windows);

        ExplainedWindow Explained(WonWindow window)
        {
            FeatureSum[] features = [.. window.Features.Select(feature => new FeatureSum(feature, pass.Pooled[feature]))];
            PerLabel contributions = _output.Contributions(features);
            double contribution = contributions[explained];
            int weakFilters = window.Features.Count(feature => weak[feature]);
            return new ExplainedWindow(
                text, words.Add(window, contribution), window.Width, features.Length, weakFilters, contribution, contributions);
        }
    }
}
