namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>A correction can't be stored now.</summary>
internal sealed class CorrectionsUnavailableException(string why, Exception? cause = null)
    : Exception($"The correction wasn't stored: {why}. Classifying goes on; try again later.", cause);
