using System.Diagnostics;

namespace MaxPoolConvNet.Text;

/// <summary>Labeled texts in two parts: one for training and one for evaluation. The parts are the given lists, not copies.</summary>
[DebuggerDisplay("{Training.Count} texts to train on, {HeldOut.Count} held out")]
public sealed class TextSplit
{
    /// <summary>Creates a split from two lists.</summary>
    /// <param name="training">The texts to train on.</param>
    /// <param name="heldOut">The held-out texts; may be empty.</param>
    /// <exception cref="ArgumentNullException"><paramref name="training"/> or <paramref name="heldOut"/> is null.</exception>
    public TextSplit(IReadOnlyList<LabeledText> training, IReadOnlyList<LabeledText> heldOut)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(heldOut);
        Training = training;
        HeldOut = heldOut;
    }

    /// <summary>The texts to train on, in their original order.</summary>
    public IReadOnlyList<LabeledText> Training { get; }

    /// <summary>The held-out texts, in their original order.</summary>
    public IReadOnlyList<LabeledText> HeldOut { get; }
}
