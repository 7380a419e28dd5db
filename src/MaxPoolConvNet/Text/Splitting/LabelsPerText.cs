namespace MaxPoolConvNet.Training;

/// <summary>How many labels a text can have.</summary>
public enum LabelsPerText
{
    /// <summary><see cref="One"/> if every text has exactly one label, else <see cref="Several"/>. The default.</summary>
    FromData,

    /// <summary>
    /// Exactly one: a logistic output for two labels, a softmax for more. Texts with several labels or none are an error.
    /// </summary>
    One,

    /// <summary>Any number: a multi-label output, where each label has a logistic output and applies independently of the others.</summary>
    Several,
}
