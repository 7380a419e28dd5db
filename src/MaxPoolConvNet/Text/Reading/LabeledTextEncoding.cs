namespace MaxPoolConvNet.Text;

/// <summary>How the bytes of a file stand for characters.</summary>
public enum LabeledTextEncoding
{
    /// <summary>UTF-8, strictly: bytes that aren't UTF-8 are an error, never a replacement character. A byte order mark is
    /// skipped.</summary>
    Utf8,

    /// <summary>ISO 8859-1, one byte a character: every byte is valid. Older research sets come in it.</summary>
    Latin1,
}
