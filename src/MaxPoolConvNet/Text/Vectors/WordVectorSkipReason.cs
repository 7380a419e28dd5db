namespace MaxPoolConvNet.Text;

/// <summary>Why a word vector of a file is skipped.</summary>
public enum WordVectorSkipReason
{
    /// <summary>The word has a vector already: the first one is kept.</summary>
    RepeatedWord,

    /// <summary>The word is empty, or consists of spaces and tabs alone.</summary>
    BlankWord,

    /// <summary>The word isn't UTF-8, such as one that was cut in the middle of a character.</summary>
    InvalidUtf8,
}
