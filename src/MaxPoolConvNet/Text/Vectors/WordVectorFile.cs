namespace MaxPoolConvNet.Text;

/// <summary>Reads pretrained word vectors from files: word2vec, GloVe and fastText (.vec), plain or compressed by gzip.</summary>
/// <remarks>
/// <para>Words are UTF-8 and kept unchanged. In a text file, the last fields of a line are the numbers; everything before them is the word,
/// which may contain spaces (GloVe has <c>. . .</c>). Only a line feed, or a carriage return and a line feed, ends a line; blank lines and
/// a byte order mark are skipped. Numbers have a decimal point in every culture. A vector of zeros is kept. gzip is detected by its first
/// two bytes, not by the file's name.</para>
/// <para>The file is read once, sequentially. Memory is bounded by the vectors kept, a line of at most 4 MiB and a word of at most 16 KiB.
/// If only some words are requested, the numbers of the others are counted but not parsed: an invalid number or a repeated word among them
/// isn't detected.</para>
/// <para>Published files contain some unusable vectors: of a word that already has one (the first is kept), of a blank word, of a word that
/// isn't UTF-8. They are skipped and counted in <see cref="WordVectors.Skipped"/>. The number of vectors may differ from the one in the
/// header: see <see cref="WordVectors.FileVectorCount"/>.</para>
/// <para>Any other error in a file is an <see cref="InvalidDataException"/> that begins with the file's name and the line, counted from 1,
/// or the byte, counted from 0 after unpacking, such as <c>file.vec, line 17: 49 numbers, expected 50 as in the header</c>.</para>
/// <para>Thread-safe.</para>
/// </remarks>
public static class WordVectorFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, as errors name it.</param>
    /// <param name="options">How to read; <see langword="null"/> for the defaults.</param>
    /// <returns>The words, in the order of the file, and their vectors.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty, or an option is invalid.</exception>
    /// <exception cref="FileNotFoundException">The file doesn't exist.</exception>
    /// <exception cref="InvalidDataException">
    /// The file contains no word vector, vectors of an unexpected length, a number that isn't finite, or data that are corrupt or
    /// truncated.
    /// </exception>
    public static WordVectors Read(string path, WordVectorFileOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new WordVectorFileOptions();
        options.Check();
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no file {path} to read word vectors from.", path);
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        return ReadContent(stream, path, options);
    }

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">The stream; it is read to its end and left open.</param>
    /// <param name="name">The stream's name in errors.</param>
    /// <param name="options">How to read; <see langword="null"/> for the defaults.</param>
    /// <returns>The words, in the order of the stream, and their vectors.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> is empty, <paramref name="stream"/> can't be read, or an option is invalid.
    /// </exception>
    /// <exception cref="InvalidDataException">
    /// The stream contains no word vector, vectors of an unexpected length, a number that isn't finite, or data that are corrupt or
    /// truncated.
    /// </exception>
    public static WordVectors ReadFrom(Stream stream, string name, WordVectorFileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!stream.CanRead)
            throw new ArgumentException($"The stream {name} can't be read.", nameof(stream));
        options ??= new WordVectorFileOptions();
        options.Check();
        return ReadContent(stream, name, options);
    }

    private static WordVectors ReadContent(Stream stream, string name, WordVectorFileOptions options)
    {
        using Stream content = GzipContent.Open(stream);
        ByteReader bytes = new(content, name);
        if (bytes.Peek(3).SequenceEqual("\uFEFF"u8))
            bytes.Skip(3);
        if (bytes.Peek(1).IsEmpty)
            throw new InvalidDataException($"{name}: no word vector in the file");
        WordVectorHeader? header = WordVectorHeader.Read(bytes, name);
        if (options.Format == WordVectorFormat.Binary && header is null)
            throw new InvalidDataException($"{name}, line 1: no header, expected the number of words and of dimensions");
        bool isBinary = options.Format == WordVectorFormat.Binary
            || (options.Format == WordVectorFormat.Detect && header is { } known && WordVectorFormats.IsBinary(bytes, known.Dimension));
        return isBinary
            ? new BinaryWordVectorReader(bytes, name, header!.Value, options).Read()
            : new TextWordVectorReader(bytes, name, header, options).Read();
    }
}
