namespace MaxPoolConvNet.Text;

/// <summary>How words that a <see cref="Vocabulary"/> doesn't contain are treated.</summary>
public enum UnknownWords
{
    /// <summary>They have no id and are skipped.</summary>
    Skip,

    /// <summary>They share one id, the last, whose word is <see cref="Vocabulary.UnknownWord"/>.</summary>
    OneId,
}
