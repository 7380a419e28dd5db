using System.Collections.Immutable;
using System.Diagnostics;

namespace MaxPoolConvNet.Evaluation;

/// <summary>A text whose label is probably wrong. Immutable and thread-safe.</summary>
[DebuggerDisplay("{Index}: {Suspicion}")]
public sealed class LabelSuspect
{
    private readonly Lazy<SuspectEvidence> _evidence;

    internal LabelSuspect(
        int index,
        string text,
        ImmutableArray<string> given,
        ImmutableArray<string> suggested,
        double suspicion,
        Func<SuspectEvidence> evidence)
    {
        Index = index;
        Text = text;
        GivenLabels = given;
        SuggestedLabels = suggested;
        Suspicion = suspicion;
        _evidence = new Lazy<SuspectEvidence>(evidence);
    }

    /// <summary>The index of the text, from 0.</summary>
    public int Index { get; }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The labels of the text as given, in ordinal order; exactly one unless texts may have several.</summary>
    public ImmutableArray<string> GivenLabels { get; }

    /// <summary>The labels that other texts suggest, in ordinal order; exactly one unless texts may have several.</summary>
    public ImmutableArray<string> SuggestedLabels { get; }

    /// <summary>How suspicious the given label is, from 0 to 1; above 0.5 if the suggested label is more probable.</summary>
    /// <remarks>With p the probability by other texts, it is p(suggested) / (p(suggested) + p(given)). With several labels per text, it is
    /// the probability that the most doubtful label is to be added or removed.</remarks>
    public double Suspicion { get; }

    /// <summary>The evidence: n-grams of the text and similar texts. Computed at the first access.</summary>
    public SuspectEvidence Evidence => _evidence.Value;

    /// <summary>The index, the labels and the suspicion.</summary>
    /// <returns>One line, invariant culture. Control characters of labels are replaced.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"text {Index}: {Shown(GivenLabels)}, suggested {Shown(SuggestedLabels)}, suspicion {Suspicion:F4}");

    private static string Shown(ImmutableArray<string> labels) =>
        labels.IsEmpty ? "no label" : SafeText.ForTerminal(string.Join(" + ", labels));
}
