using System.Collections.Immutable;
using System.Diagnostics;

namespace MaxPoolConvNet;

/// <summary>
/// An explanation of the score of a text. A logit is the sum of its bias and Σ v_j·h_j, and each h_j comes from one window, so the logit of
/// every label can be divided among the windows that won.
/// </summary>
/// <remarks>
/// <see cref="Bias"/> and the contributions of the windows sum to <see cref="Logit"/>; so do the bias, the contributions of
/// <see cref="Words"/> and <see cref="PaddingContribution"/>. Immutable and thread-safe. An explanation takes a few bytes per filter and
/// word, and 8 bytes per label. Values per label are computed at the first access. It keeps V, the weights of the output, in memory.
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
    /// The explained label: the requested one, or the most probable one, even if several may apply. Positive contributions speak for the
    /// label, negative ones against it.
    /// </summary>
    public string Label => Labels[_label];

    /// <summary>The probability of the label, from 0 to 1.</summary>
    public double Probability { get; }

    /// <summary>The logit of the label. With a logistic or a multi-label output, probability = 1 / (1 + e^−logit).</summary>
    public double Logit => Logits[_label];

    /// <summary>The bias of the label, which is added to its logit whatever the text.</summary>
    public double Bias => _biases[_label];

    /// <summary>The logit of every label, in the order of <see cref="Labels"/>. For a logistic output with its one logit z, −z and
    /// z.</summary>
    public ImmutableArray<double> Logits { get; }

    /// <summary>The bias of every label, in the order of <see cref="Labels"/>; 0 if the output has no biases.</summary>
    public ImmutableArray<double> Biases => _biases.All;

    /// <summary>The number of words in the text.</summary>
    public int WordCount { get; }

    /// <summary>The number of words in the text that the classifier knows. If it is 0, the explanation says nothing about the
    /// text.</summary>
    public int KnownWordCount { get; }

    /// <summary>
    /// The words that the network uses, in the order of the text: the words that the classifier knows and, if unknown words have an id,
    /// also the others.
    /// </summary>
    /// <remarks>
    /// The contribution of a window is divided evenly among the words that it covers. A token within another token, such as a sub-word
    /// (<see cref="Text.SubwordTokenizer"/>), belongs to the word of the outer token, but counts in <see cref="WordCount"/> if it has
    /// an id.
    /// </remarks>
    public ImmutableArray<ExplainedWord> Words { get; }

    /// <summary>The contribution of windows that consist of padding only, which belongs to no word.</summary>
    public double PaddingContribution { get; }

    /// <summary>The windows that won, ordered by the absolute contribution to <see cref="Label"/>, largest first.</summary>
    public ImmutableArray<ExplainedWindow> Windows { get; }

    /// <summary>Formats the explanation for people: the label, the text and the deciding windows, on several lines. Control characters of
    /// the text are replaced.</summary>
    /// <returns>The lines, without a line end after the last one.</returns>
    public override string ToString() => new ExplanationText(PlainStyle.Instance).Write(this);

    /// <summary>
    /// Formats the explanation with 256 ANSI colors: words that speak for the label are shaded green, words against it red; windows with
    /// only weak filters are dimmed.
    /// </summary>
    /// <remarks>Control characters of the text are replaced.</remarks>
    /// <returns>The lines, without a line end after the last one.</returns>
    public string ToTerminal() => new ExplanationText(TerminalStyle.Instance).Write(this);

    /// <summary>
    /// Formats the explanation as a self-contained HTML page: the text with shaded words (see <see cref="ToHtmlFragment"/>), a legend and a
    /// table of the windows.
    /// </summary>
    /// <remarks>The page has no scripts and no external resources, and is well-formed XML. Write it in UTF-8.</remarks>
    /// <returns>The page.</returns>
    public string ToHtml() => ExplanationHtml.Page(this);

    /// <summary>
    /// Formats the text as an HTML fragment: a <c>span</c> with a nested <c>span</c> per contributing word. Words that speak for the label
    /// are shaded green; words against it are shaded red and have a dotted underline.
    /// </summary>
    /// <remarks>The shade is proportional to the largest contribution in the text. The tooltip of a word shows its contribution.</remarks>
    /// <returns>Well-formed, escaped markup. Characters that are invalid in XML, including lone surrogates, become U+FFFD.</returns>
    public string ToHtmlFragment() => ExplanationHtml.Fragment(this);

    /// <summary>Formats the explanation as JSON on one line, as <c>maxpool explain --json</c> prints it.</summary>
    /// <remarks>Characters that HTML gives a meaning aren't escaped: inside a page, escape the JSON like any other text.</remarks>
    /// <returns>
    /// A JSON object: <c>label</c>, <c>probability</c>, <c>logit</c>, <c>bias</c>, <c>paddingContribution</c>, <c>text</c>, <c>words</c>
    /// (an array of objects with <c>start</c>, <c>length</c>, <c>text</c>, <c>contribution</c>) and <c>windows</c> (an array of objects
    /// with <c>start</c>, <c>length</c>, <c>text</c>, <c>width</c>, <c>filters</c>, <c>contribution</c>). Numbers have all their digits;
    /// lone surrogates become U+FFFD.
    /// </returns>
    public string ToJson() => ExplanationJson.Of(this);
}
