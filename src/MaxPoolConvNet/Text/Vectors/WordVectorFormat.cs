namespace MaxPoolConvNet.Text;

/// <summary>How a file writes its word vectors; gzip of each is read too.</summary>
public enum WordVectorFormat
{
    /// <summary>By its content: <see cref="Binary"/> if there is a header and behind it bytes that can't be text, else
    /// <see cref="Text"/>.</summary>
    Detect,

    /// <summary>
    /// A line for each word: the word, then its numbers, separated by spaces or tabs. The first line may be a header, the number of words
    /// and the number of dimensions, and is taken for one if it is two whole numbers (word2vec's text form and fastText's .vec have it,
    /// GloVe's form has not).
    /// </summary>
    Text,

    /// <summary>
    /// word2vec's binary form: a header line as in <see cref="Text"/>; then for each word the word, a space, its numbers as 32-bit
    /// little-endian floating-point numbers and, in some files, a line feed.
    /// </summary>
    Binary,
}
