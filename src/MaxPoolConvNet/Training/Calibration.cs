namespace MaxPoolConvNet.Training;

/// <summary>Whether probabilities are calibrated when training ends.</summary>
public enum Calibration
{
    /// <summary>
    /// Calibrated on predictions for training texts by networks trained without them: out-of-fold predictions.
    /// </summary>
    OutOfFold,

    /// <summary>Not calibrated: the probabilities are those of the trained network, which is usually too sure.</summary>
    None,
}
