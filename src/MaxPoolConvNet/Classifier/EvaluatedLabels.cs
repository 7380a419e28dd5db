using System.Collections.Immutable;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet;

/// <summary>The labels of a model, followed by the labels of the test texts that the model doesn't know.</summary>
internal sealed class EvaluatedLabels
{
    private readonly LabelSet _known;
    private readonly Dictionary<string, int> _unseen = new(StringComparer.Ordinal);

    public EvaluatedLabels(LabelSet known, IReadOnlyList<LabeledText> texts)
    {
        _known = known;
        IEnumerable<string> unseen = texts.SelectMany(text => text.Labels)
            .Where(label => known.Find(label) is null).Distinct(StringComparer.Ordinal);
        Unseen = [.. unseen.Order(StringComparer.Ordinal)];
        foreach (string label in Unseen)
            _unseen.Add(label, known.Labels.Length + _unseen.Count);
    }

    /// <summary>The labels that the model doesn't know, in ordinal order.</summary>
    public ImmutableArray<string> Unseen { get; }

    /// <param name="text">A text.</param>
    /// <param name="at">The index of the text, from 0.</param>
    /// <exception cref="ArgumentException">The text has several labels or none, but one is expected.</exception>
    public TrueLabels Of(LabeledText text, int at)
    {
        ImmutableArray<int> unseen =
            _unseen.Count == 0 ? [] : [.. text.Labels.Where(_unseen.ContainsKey).Select(label => _unseen[label])];
        if (unseen.IsEmpty || (!_known.SeveralPerText && text.Labels.Length != 1))
            return new TrueLabels(_known.TargetOf(text, "test", at), []);
        if (!_known.SeveralPerText) return new TrueLabels(null, unseen);
        return new TrueLabels(Target.OfClasses([.. text.Labels.Select(_known.Find).OfType<int>()]), unseen);
    }
}
