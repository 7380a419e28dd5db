namespace MaxPoolConvNet.Text;

/// <summary>What becomes of a word that a <see cref="Vocabulary"/> doesn't know.</summary>
public enum UnknownWords
{
    /// <summary>It has no id and is left out.</summary>
    Skip,

    /// <summary>All unknown words share one id, the last, whose word is <see cref="Vocabulary.UnknownWord"/>.</summary>
    OneId,
}
