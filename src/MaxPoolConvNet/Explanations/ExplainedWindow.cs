using System.Collections.Immutable;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet;

/// <summary>A window of words that won the max-pooling of one or more filters. Immutable and thread-safe.</summary>
public sealed class ExplainedWindow
{
    private readonly PerLabel _contributions;

    internal ExplainedWindow(
        string text, Token span, int width, int filterCount, int weakFilterCount, double contribution, PerLabel contributions)
    {
        Start = span.Start;
        Length = span.Length;
        Text = text.Substring(Start, Length);
        Width = width;
        FilterCount = filterCount;
        WeakFilterCount = weakFilterCount;
        Contribution = contribution;
        _contributions = contributions;
    }

    /// <summary>The start of the window in the text, in UTF-16 units.</summary>
    public int Start { get; }

    /// <summary>Its length in the text, in UTF-16 units, including skipped words; 0 for a window of padding only.</summary>
    public int Length { get; }

    /// <summary>The text of the window.</summary>
    public string Text { get; }

    /// <summary>k: the width of the winning filters in words, including padding.</summary>
    public int Width { get; }

    /// <summary>The number of filters that the window won.</summary>
    public int FilterCount { get; }

    /// <summary>The number of weak filters among them. From 0 to <see cref="FilterCount"/>.</summary>
    /// <remarks>
    /// A filter is weak if its response is at most the median of its responses to 99 random texts with the same number of words, so that
    /// the match may be accidental (Jacovi, Shalom and Goldberg 2018). See <see cref="TextClassifier.Explain(string)"/>.
    /// </remarks>
    public int WeakFilterCount { get; }

    /// <summary>Whether all filters of the window are weak.</summary>
    public bool IsWeak => WeakFilterCount == FilterCount;

    /// <summary>Σ v_j·h_j over the filters of the window: its contribution to the logit of <see cref="Explanation.Label"/>.</summary>
    public double Contribution { get; }

    /// <summary>
    /// The contribution to the logit of every label, in the order of <see cref="Explanation.Labels"/>. Computed at the first access, with
    /// one multiplication per filter and label, and kept in 8 bytes per label.
    /// </summary>
    public ImmutableArray<double> Contributions => _contributions.All;

    /// <summary>The words and the contribution.</summary>
    /// <returns>Invariant culture. Control characters of the text are replaced.</returns>
    public override string ToString() => $"{SafeText.ForTerminal(Text)} {SafeText.Signed(Contribution)}";
}
