using System.Diagnostics;

namespace MaxPoolConvNet.Text;

/// <summary>Labelled texts in two parts: one to train on, one to measure by. The parts are the lists given, not copies.</summary>
[DebuggerDisplay("{Training.Count} texts to train on, {HeldOut.Count} held out")]
public sealed class TextSplit
{
    /// <summary>Puts two lists side by side.</summary>
    /// <param name="training">The texts to train on.</param>
    /// <param name="heldOut">The texts held out; may be none.</param>
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

    /// <summary>The texts held out, in their original order.</summary>
    public IReadOnlyList<LabeledText> HeldOut { get; }
}
