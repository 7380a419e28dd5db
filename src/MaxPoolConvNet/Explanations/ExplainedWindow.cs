using System.Collections.Immutable;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet;

/// <summary>A window of words that decided: it won the max-pool of one or more filters. Immutable and thread-safe.</summary>
public sealed class ExplainedWindow
{
    private readonly PerLabel _contributions;

    internal ExplainedWindow(string text, Token span, int width, int filterCount, int weakFilterCount, double contribution, PerLabel contributions)
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

    /// <summary>The window's piece of the text.</summary>
    public string Text { get; }

    /// <summary>k: the words that the winning filters look at, padding included.</summary>
    public int Width { get; }

    /// <summary>The number of filters it won.</summary>
    public int FilterCount { get; }

    /// <summary>
    /// How many of them are weak: what they answer is no larger than the median of what they answer to 99 random texts of as many words, so
    /// that they may have found it by accident (Jacovi, Shalom and Goldberg 2018). From 0 to <see cref="FilterCount"/>.
    /// See <see cref="TextClassifier.Explain(string)"/>.
    /// </summary>
    public int WeakFilterCount { get; }

    /// <summary>Whether all of its filters are weak.</summary>
    public bool IsWeak => WeakFilterCount == FilterCount;

    /// <summary>Σ v_j·h_j over its filters: what the window added to the logit of <see cref="Explanation.Label"/>.</summary>
    public double Contribution { get; }

    /// <summary>
    /// The same for every label, in the order of <see cref="Explanation.Labels"/>. Computed when first asked for (a multiplication for each
    /// filter and label) and kept, in 8 bytes a label.
    /// </summary>
    public ImmutableArray<double> Contributions => _contributions.All;

    /// <summary>The words and the contribution.</summary>
    /// <returns>Invariant culture. Control characters of the text are replaced.</returns>
    public override string ToString() => $"{SafeText.ForTerminal(Text)} {SafeText.Signed(Contribution)}";
}
