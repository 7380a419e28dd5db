namespace MaxPoolConvNet.Text;

/// <summary>The format of a word vector file; each may be compressed with gzip.</summary>
public enum WordVectorFormat
{
    /// <summary>
    /// Detected from the content: <see cref="Binary"/> if a header is followed by bytes that can't be text, else <see cref="Text"/>.
    /// </summary>
    Detect,

    /// <summary>One line per word: the word, then its numbers, separated by spaces or tabs.</summary>
    /// <remarks>
    /// A first line of two whole numbers is a header: the number of words and the number of dimensions. word2vec's text format and
    /// fastText's .vec have a header, GloVe's format doesn't.
    /// </remarks>
    Text,

    /// <summary>
    /// word2vec's binary format: a header line as in <see cref="Text"/>; then, for each word, the word, a space, its numbers as 32-bit
    /// little-endian floating-point numbers and, in some files, a line feed.
    /// </summary>
    Binary,
}
