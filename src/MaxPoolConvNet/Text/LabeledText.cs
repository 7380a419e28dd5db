namespace MaxPoolConvNet.Text;

/// <summary>A text and the label it carries: one example to learn from.</summary>
/// <param name="Label">The class of the text, such as <c>"spam"</c>. Labels are compared ordinally: <c>"Spam"</c> is another
/// label.</param>
/// <param name="Text">The text as it was written, before any tokenizer.</param>
/// <remarks>Immutable, so safe to share between threads.</remarks>
public sealed record LabeledText(string Label, string Text);
