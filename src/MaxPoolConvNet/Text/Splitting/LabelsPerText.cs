namespace MaxPoolConvNet.Training;

/// <summary>How many labels a text has: whether labels exclude each other.</summary>
public enum LabelsPerText
{
    /// <summary><see cref="One"/> where every text has exactly one label, else <see cref="Several"/>. The default.</summary>
    FromData,

    /// <summary>One: a logistic output tells two labels apart, a softmax more. A text with several labels or none is an error.</summary>
    One,

    /// <summary>Any number: each label has a logistic output of its own, a multi-label output, and applies or not whatever the others do.</summary>
    Several,
}
