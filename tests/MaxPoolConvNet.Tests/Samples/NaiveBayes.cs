using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

/// <summary>Multinomial naive Bayes over single words with add-one smoothing: what a classifier that knows no order reaches.</summary>
internal sealed class NaiveBayes
{
    private readonly WordTokenizer _tokenizer = new WordTokenizer();
    private readonly Dictionary<string, Dictionary<string, int>> _counts;
    private readonly Dictionary<string, double> _priors;
    private readonly HashSet<string> _vocabulary;

    public NaiveBayes(IReadOnlyList<LabeledText> texts)
    {
        _counts = texts.GroupBy(text => text.Label).ToDictionary(
            label => label.Key, label => label.SelectMany(text => Words(text.Text)).CountBy(word => word).ToDictionary());
        _priors = texts.CountBy(text => text.Label).ToDictionary(label => label.Key, label => Math.Log((double)label.Value / texts.Count));
        _vocabulary = [.. _counts.Values.SelectMany(words => words.Keys)];
    }

    public string Predict(string text) => _counts.Keys.MaxBy(label => LogProbability(label, text))!;

    private double LogProbability(string label, string text)
    {
        Dictionary<string, int> counts = _counts[label];
        double total = counts.Values.Sum() + _vocabulary.Count;
        return _priors[label] + Words(text).Where(_vocabulary.Contains).Sum(word => Math.Log((counts.GetValueOrDefault(word) + 1) / total));
    }

    private IEnumerable<string> Words(string text)
    {
        var tokens = new TokenBuffer();
        _tokenizer.Tokenize(text, tokens);
        for (int at = 0; at < tokens.Count; at++)
            yield return tokens.Word(at).ToString();
    }
}
