namespace MaxPoolConvNet.Text;

/// <summary>Reads pretrained word vectors from files: word2vec, GloVe and fastText (.vec), plain or compressed by gzip.</summary>
/// <remarks>
/// <para>Words are UTF-8 and kept as they are written. In text, the last fields of a line are the numbers and all before them is the word,
/// which may hold spaces within (GloVe has <c>. . .</c>); a line ends at a line feed, or a carriage return and a line feed, and at nothing
/// else; blank lines and a byte order mark are skipped. Numbers are written with a point in every culture. A vector of zeros is kept.
/// gzip is recognized by its first two bytes, not by the file's name.</para>
/// <para>The file is read once from front to back, and memory is bounded by the vectors kept, a line of at most 4 MiB and a word of at most
/// 16 KiB. Where only some words are asked for, the numbers of the others are counted but not read, so that it isn't noticed if one of them
/// isn't a number, nor if such a word stands twice in the file.</para>
/// <para>Published files have some vectors that can't be used: of a word that has one already (the first is kept), of a blank word, of a
/// word that isn't UTF-8. These are skipped and counted in <see cref="WordVectors.Skipped"/>. A file may have another number of vectors
/// than its header promises: see <see cref="WordVectors.FileVectorCount"/>.</para>
/// <para>What else is wrong in a file is an <see cref="InvalidDataException"/> that begins with the file's name and the line, counted from
/// 1, or the byte, counted from 0 after unpacking, such as <c>file.vec, line 17: 49 numbers, expected 50 as in the header</c>.</para>
/// <para>Thread safety: all members may be called from any number of threads.</para>
/// </remarks>
public static class WordVectorFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file. Its errors name it in these words.</param>
    /// <param name="options">How to read; <see langword="null"/> for the defaults.</param>
    /// <returns>The words, in the order of the file, and their vectors.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty, or an option isn't valid.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file holds no word vector, vectors of other lengths than expected, a number that isn't
    /// finite, or data that are broken or cut off within a vector.</exception>
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
    /// <param name="stream">What to read; left open. It is read to its end.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="options">How to read; <see langword="null"/> for the defaults.</param>
    /// <returns>The words, in the order of the stream, and their vectors.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, <paramref name="stream"/> can't be read, or an option isn't
    /// valid.</exception>
    /// <exception cref="InvalidDataException">The stream holds no word vector, vectors of other lengths than expected, a number that isn't
    /// finite, or data that are broken or cut off within a vector.</exception>
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
