using System.Collections.Immutable;
using System.Diagnostics;

namespace MaxPoolConvNet;

/// <summary>
/// Why the classifier scored a text as it did. A logit is its bias and Σ v_j·h_j, and each h_j comes from one window: so the logit of
/// every label divides over the windows that won. <see cref="Bias"/> and the windows' contributions sum up to <see cref="Logit"/>; so do
/// the bias, the contributions of <see cref="Words"/> and <see cref="PaddingContribution"/>. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// It holds a few bytes for each filter and each word, and 8 for each label; what is asked for label by label is computed at the first
/// call. It keeps V, the output's weights, in memory.
/// </remarks>
[DebuggerDisplay("{Label,nq} {Probability}, {Windows.Length} windows")]
public sealed class Explanation
{
    private readonly PerLabel _biases;
    private readonly int _label;

    internal Explanation(
        string text,
        ImmutableArray<string> labels,
        int label,
        double probability,
        ImmutableArray<double> logits,
        PerLabel biases,
        WordCoverage words,
        ImmutableArray<ExplainedWindow> windows)
    {
        Text = text;
        Labels = labels;
        Probability = probability;
        Logits = logits;
        WordCount = words.WordCount;
        KnownWordCount = words.KnownWordCount;
        Words = words.Explained;
        PaddingContribution = words.Padding;
        Windows = windows;
        _label = label;
        _biases = biases;
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The labels, in the order of <see cref="TextClassifier.Labels"/>.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>
    /// The label explained: the one asked for, or the most probable one, also where several may apply. Contributions above 0 speak for it,
    /// below 0 against it.
    /// </summary>
    public string Label => Labels[_label];

    /// <summary>Its probability, from 0 to 1.</summary>
    public double Probability { get; }

    /// <summary>Its logit; with a logistic or a multi-label output probability = 1 / (1 + e^−logit).</summary>
    public double Logit => Logits[_label];

    /// <summary>What the output adds to it whatever the text.</summary>
    public double Bias => _biases[_label];

    /// <summary>The logit of every label, in their order; of a logistic output with its one logit z, −z and z.</summary>
    public ImmutableArray<double> Logits { get; }

    /// <summary>The bias of every label, in their order; 0 where the output has none.</summary>
    public ImmutableArray<double> Biases => _biases.All;

    /// <summary>Words of the text.</summary>
    public int WordCount { get; }

    /// <summary>Those of them that the classifier knows. Where it is 0, the explanation says nothing about the text.</summary>
    public int KnownWordCount { get; }

    /// <summary>
    /// The words that the network saw, in the order of the text: those that the classifier knows, and the others too where unknown words
    /// have an id. The contribution of a window is divided evenly over the words that it covers. A token that lies within another, as
    /// sub-words do (<see cref="Text.SubwordTokenizer"/>), is part of that one's word, and counts in <see cref="WordCount"/> all the same.
    /// </summary>
    public ImmutableArray<ExplainedWord> Words { get; }

    /// <summary>The contribution of windows of nothing but padding, which falls on no word.</summary>
    public double PaddingContribution { get; }

    /// <summary>The windows that won, the largest contribution for or against <see cref="Label"/> first.</summary>
    public ImmutableArray<ExplainedWindow> Windows { get; }

    /// <summary>For a person: the label, the text and the windows that decided, in several lines. Control characters of the text are
    /// replaced.</summary>
    /// <returns>Lines without a line end after the last.</returns>
    public override string ToString() => new ExplanationText(PlainStyle.Instance).Write(this);

    /// <summary>
    /// The same with ANSI colors (256 of them): words shaded green where they speak for the label and red where they speak against it,
    /// windows of nothing but weak filters dimmed. What in the text could command the terminal is replaced.
    /// </summary>
    /// <returns>Lines without a line end after the last.</returns>
    public string ToTerminal() => new ExplanationText(TerminalStyle.Instance).Write(this);

    /// <summary>
    /// A page of its own: the text with its words shaded, as <see cref="ToHtmlFragment"/> gives it, a legend and the table of windows;
    /// without scripts and without anything from elsewhere. It is well-formed XML too. Write it in UTF-8.
    /// </summary>
    /// <returns>The page.</returns>
    public string ToHtml() => ExplanationHtml.Page(this);

    /// <summary>
    /// The text alone, to be put into a page: a <c>span</c> with a <c>span</c> for each word that contributes, shaded green where it
    /// speaks for the label, red and underlined with dots where it speaks against it, the stronger the larger its share of the text's
    /// largest contribution. The tooltip of a word is its contribution.
    /// </summary>
    /// <returns>Well-formed, everything escaped; characters that XML hasn't, lone surrogates too, are U+FFFD.</returns>
    public string ToHtmlFragment() => ExplanationHtml.Fragment(this);
}
