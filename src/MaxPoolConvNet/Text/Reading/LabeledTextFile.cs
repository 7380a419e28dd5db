namespace MaxPoolConvNet.Text;

/// <summary>Reads labelled texts from files, one example a line (or a record, in CSV), plain or compressed by gzip.</summary>
/// <remarks>
/// <para>Labels and texts are trimmed of the white space around them; blank lines are skipped. A line ends at a line feed, or a carriage
/// return and a line feed, and at nothing else: a lone carriage return, U+0085 or U+2028 within a text belongs to it. gzip is recognized
/// by its first two bytes, not by the file's name.</para>
/// <para>What is wrong in a file is an <see cref="InvalidDataException"/> that begins with the file's name and the line, counted from
/// 1, such as <c>reviews.tsv, line 17: no label before the text</c>. For a CSV record that is the line on which it begins.</para>
/// <para>Thread safety: all members may be called from any number of threads; what <see cref="ReadFrom"/> returns belongs to one.</para>
/// </remarks>
public static class LabeledTextFile
{
    /// <summary>Reads a whole file.</summary>
    /// <param name="path">The file. Its errors name it in these words.</param>
    /// <param name="options">How to read; <see langword="null"/> for the defaults.</param>
    /// <returns>At least one labelled text, in the order of the file.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty, or an option isn't valid.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file holds no labelled text, a line that can't be read, bytes that aren't of the
    /// encoding, or gzip data that are broken or cut off.</exception>
    public static IReadOnlyList<LabeledText> Read(string path, LabeledTextFileOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new LabeledTextFileOptions();
        options.Check();
        if (Directory.Exists(path))
            throw new FileNotFoundException($"{path} is a folder; a file of labelled texts was expected.", path);
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no file {path} to read labelled texts from.", path);
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        return Enumerate(stream, path, options).ToArray();
    }

    /// <summary>Reads from a stream while the result is enumerated; memory is bounded by the longest line.</summary>
    /// <param name="stream">What to read; left open. It is read ahead in blocks, so its position afterwards means nothing.</param>
    /// <param name="name">What errors call it, and what <see cref="LabeledTextFormat.Detect"/> looks at: a file's name.</param>
    /// <param name="options">How to read; <see langword="null"/> for the defaults.</param>
    /// <returns>At least one labelled text, in the order of the stream. To be enumerated once, as the stream is.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, <paramref name="stream"/> can't be read, or an option isn't
    /// valid.</exception>
    /// <exception cref="InvalidDataException">While enumerating: the stream holds no labelled text, a line that can't be read, bytes that
    /// aren't of the encoding, or gzip data that are broken or cut off.</exception>
    public static IEnumerable<LabeledText> ReadFrom(Stream stream, string name, LabeledTextFileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!stream.CanRead)
            throw new ArgumentException($"The stream {name} can't be read.", nameof(stream));
        options ??= new LabeledTextFileOptions();
        options.Check();
        return Enumerate(stream, name, options);
    }

    private static IEnumerable<LabeledText> Enumerate(Stream stream, string name, LabeledTextFileOptions options)
    {
        using Stream content = GzipContent.Open(stream);
        LineReader lines = new(content, name, options.Encoding);
        ILabeledTextParser? parser = null;
        GuessedLabels? guessed = null;
        bool any = false;
        while (lines.Read())
        {
            if (lines.Line.IsWhiteSpace())
                continue;
            if (parser is null)
            {
                parser = LabeledTextParsers.Choose(lines, name, options);
                if (parser is CsvParser)
                    continue;
                if (parser is SpaceSeparatedParser && options.Format == LabeledTextFormat.Detect)
                    guessed = new GuessedLabels(name);
            }
            any = true;
            LabeledText text = parser.Parse(lines);
            guessed?.Add(text);
            yield return text;
        }
        guessed?.Check();
        if (!any)
            throw new InvalidDataException($"{name}: no labelled text in the file");
    }
}
