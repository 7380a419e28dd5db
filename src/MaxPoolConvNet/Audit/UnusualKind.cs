namespace MaxPoolConvNet.Evaluation;

/// <summary>How a text differs from the rest.</summary>
public enum UnusualKind
{
    /// <summary>No other text has one of its words, or it has no words.</summary>
    NoKnownWord,

    /// <summary>Most of its letters are of a script that few other texts use.</summary>
    OtherScript,

    /// <summary>It is probably in another language than most texts.</summary>
    OtherLanguage,

    /// <summary>It is far longer than most texts.</summary>
    TooLong,

    /// <summary>It is far shorter than most texts.</summary>
    TooShort,
}
