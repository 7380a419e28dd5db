namespace MaxPoolConvNet.Text;

/// <summary>Labelled texts in two parts: one to train on, one to measure by.</summary>
/// <param name="Training">The texts to train on, in their original order.</param>
/// <param name="HeldOut">The texts held out, in their original order.</param>
public sealed record TextSplit(IReadOnlyList<LabeledText> Training, IReadOnlyList<LabeledText> HeldOut);
