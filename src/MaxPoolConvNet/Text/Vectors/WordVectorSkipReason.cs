namespace MaxPoolConvNet.Text;

/// <summary>The reason why a word vector of a file was skipped.</summary>
public enum WordVectorSkipReason
{
    /// <summary>The word already has a vector: the first one is kept.</summary>
    RepeatedWord,

    /// <summary>The word is empty, or consists only of spaces and tabs.</summary>
    BlankWord,

    /// <summary>The word isn't valid UTF-8, for example because it was cut within a character.</summary>
    InvalidUtf8,
}
