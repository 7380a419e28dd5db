using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>Logits of training texts by networks trained without them, and the texts' targets.</summary>
/// <param name="targets">The targets.</param>
/// <param name="logits">The number of logits per text.</param>
internal sealed class FoldScores(Target[] targets, int logits)
{
    private readonly float[] _logits = new float[(long)targets.Length * logits];

    /// <summary>The number of texts.</summary>
    public int Count => targets.Length;

    /// <summary>The number of logits per text.</summary>
    public int LogitCount => logits;

    /// <summary>All logits, text by text.</summary>
    public Span<float> AllLogits => _logits;

    public Target Target(int text) => targets[text];

    public Span<float> Logits(int text) => _logits.AsSpan(text * logits, logits);

    /// <summary>Copies the logits of a text, calibrated unless the calibration is null.</summary>
    public void CopyTo(int text, OutputCalibration? calibration, Span<double> copy)
    {
        for (int c = 0; c < logits; c++)
            copy[c] = calibration?.Of(c, Logits(text)[c]) ?? Logits(text)[c];
    }
}
