using System.Runtime.CompilerServices;

namespace MaxPoolConvNet.Text;

/// <summary>
/// Reads labelled texts from files, plain or compressed by gzip: tables, JSON, fastText's form, or a label and a text a line; and from folders
/// with a sub-folder for each label.
/// </summary>
/// <remarks>
/// <para>What isn't said about a file is found in its first 64 KB: its form, separator, header, columns and encoding. A file of another kind,
/// such as Excel's, is an error that names the kind.</para>
/// <para>Labels and texts are trimmed of the white space around them; blank lines are skipped, and so are texts that are empty. A line ends at a
/// line feed, or a carriage return and a line feed: a lone carriage return, U+0085 or U+2028 within a text belongs to it. Only where a file has
/// no line feeds do carriage returns end its lines. gzip is recognized by its first two bytes, not by the file's name.</para>
/// <para>What is wrong in a file is an <see cref="InvalidDataException"/> that begins with the file's name and the line, counted from
/// 1, such as <c>reviews.tsv, line 17: no label before the text</c>. For a row of several lines that is the line on which it begins.</para>
/// <para>Thread safety: all members may be called from any number of threads; what they return while it is enumerated belongs to one.</para>
/// </remarks>
public static class LabeledTextFile
{
    /// <summary>Reads a whole file, or all files of a folder that has a sub-folder for each label (<see cref="LabeledTextFormat.Folder"/>).</summary>
    /// <param name="path">The file or folder. Its errors name it in these words.</param>
    /// <param name="options">How to read; <see langword="null"/> for the defaults.</param>
    /// <returns>At least one labelled text, in the order of the file; of a folder in the ordinal order of labels and file names.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty, or an option isn't valid, such as a column's name for a folder.</exception>
    /// <exception cref="FileNotFoundException">There is no such file or folder.</exception>
    /// <exception cref="InvalidDataException">The file holds no labelled text, a line that can't be read, bytes that aren't of the
    /// encoding, or gzip data that are broken or cut off.</exception>
    public static LabeledTexts Read(string path, LabeledTextFileOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new LabeledTextFileOptions();
        options.Check();
        if (Directory.Exists(path))
        {
            options.CheckForFolder(path);
            return new LabeledTextFolder(path, options.Encoding).Read();
        }

        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no file {path} to read labelled texts from.", path);
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        return ReadAll(stream, path, options);
    }

    /// <summary>Reads a whole stream.</summary>
    /// <param name="stream">What to read; left open. Its position afterwards means nothing.</param>
    /// <param name="name">What errors call it, and what <see cref="LabeledTextFormat.Detect"/> looks at too: a file's name.</param>
    /// <param name="options">How to read; <see langword="null"/> for the defaults.</param>
    /// <returns>At least one labelled text, in the order of the stream.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, <paramref name="stream"/> can't be read, or an option isn't
    /// valid.</exception>
    /// <exception cref="InvalidDataException">The stream holds no labelled text, a line that can't be read, bytes that aren't of the
    /// encoding, or gzip data that are broken or cut off.</exception>
    public static LabeledTexts ReadAll(Stream stream, string name, LabeledTextFileOptions? options = null)
    {
        options = Checked(stream, name, options);
        using TextSource input = TextSource.Open(stream, name, options.Encoding, waits: true);
        LineReader lines = input.Lines();
        var parsed = new LabeledTextLines(input, lines, options);
        List<LabeledText> texts = [];
        while (lines.Read())
            texts.AddRange(parsed.Parse());
        parsed.End();
        return new LabeledTexts([.. texts], parsed.Form, parsed.SkippedCount);
    }

    /// <summary>Reads from a stream while the result is enumerated; memory is bounded by the longest text.</summary>
    /// <param name="stream">What to read; left open. It is read ahead in blocks, so its position afterwards means nothing.</param>
    /// <param name="name">What errors call it, and what <see cref="LabeledTextFormat.Detect"/> looks at too: a file's name.</param>
    /// <param name="options">How to read; <see langword="null"/> for the defaults.</param>
    /// <returns>At least one labelled text, in the order of the stream. To be enumerated once, as the stream is.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, <paramref name="stream"/> can't be read, or an option isn't
    /// valid.</exception>
    /// <exception cref="InvalidDataException">While enumerating: the stream holds no labelled text, a line that can't be read, bytes that
    /// aren't of the encoding, or gzip data that are broken or cut off.</exception>
    public static IEnumerable<LabeledText> Read(Stream stream, string name, LabeledTextFileOptions? options = null) =>
        Enumerate(stream, name, Checked(stream, name, options));

    /// <summary>Reads from a stream while the result is enumerated, and waits for it without blocking a thread; memory is bounded by the
    /// longest text.</summary>
    /// <param name="stream">What to read; left open. It is read ahead in blocks, so its position afterwards means nothing.</param>
    /// <param name="name">What errors call it, and what <see cref="LabeledTextFormat.Detect"/> looks at too: a file's name.</param>
    /// <param name="options">How to read; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Ends the enumeration with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>At least one labelled text, in the order of the stream. To be enumerated once, as the stream is.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, <paramref name="stream"/> can't be read, or an option isn't
    /// valid.</exception>
    /// <exception cref="InvalidDataException">While enumerating: the stream holds no labelled text, a line that can't be read, bytes that
    /// aren't of the encoding, or gzip data that are broken or cut off.</exception>
    public static IAsyncEnumerable<LabeledText> ReadAsync(
        Stream stream, string name, LabeledTextFileOptions? options = null, CancellationToken cancellationToken = default) =>
        EnumerateAsync(stream, name, Checked(stream, name, options), cancellationToken);

    /// <summary>The options, once all arguments are valid.</summary>
    private static LabeledTextFileOptions Checked(Stream stream, string name, LabeledTextFileOptions? options)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!stream.CanRead) throw new ArgumentException($"The stream {name} can't be read.", nameof(stream));
        options ??= new LabeledTextFileOptions();
        options.Check();
        if (options.Format == LabeledTextFormat.Folder)
            throw new ArgumentException($"{name} isn't a folder, which the format {LabeledTextFormat.Folder} is for", nameof(options));
        return options with { };
    }

    private static IEnumerable<LabeledText> Enumerate(Stream stream, string name, LabeledTextFileOptions options)
    {
        using TextSource input = TextSource.Open(stream, name, options.Encoding, waits: true);
        LineReader lines = input.Lines();
        var texts = new LabeledTextLines(input, lines, options);
        while (lines.Read())
        {
            foreach (LabeledText text in texts.Parse())
                yield return text;
        }

        texts.End();
    }

    private static async IAsyncEnumerable<LabeledText> EnumerateAsync(
        Stream stream, string name, LabeledTextFileOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using TextSource input = await TextSource.OpenAsync(stream, name, options.Encoding, cancellationToken).ConfigureAwait(false);
        LineReader lines = input.Lines();
        var texts = new LabeledTextLines(input, lines, options);
        while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (LabeledText text in texts.Parse())
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return text;
            }
        }

        texts.End();
    }
}
