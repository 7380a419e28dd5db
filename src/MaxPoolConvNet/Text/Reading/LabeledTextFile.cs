using System.Runtime.CompilerServices;

namespace MaxPoolConvNet.Text;

/// <summary>Reads labeled texts from files, streams and folders.</summary>
/// <remarks>
/// <para>A file is a table, JSON, fastText's format, or lines of a label and a text; it may be compressed with gzip. A folder has one
/// sub-folder per label.</para>
/// <para>The format, separator, header, columns and encoding are detected from the first 64 KB unless an option sets them. A file of
/// another kind, such as an Excel file, is an error that names the kind.</para>
/// <para>White space around labels and texts is trimmed. Blank lines and empty texts are skipped. A line ends with a line feed, or with a
/// carriage return and a line feed; a lone carriage return, U+0085 or U+2028 is part of the text. Carriage returns end lines only in a file
/// without line feeds. gzip is detected by its first two bytes, not by the file name.</para>
/// <para>An error in a file is an <see cref="InvalidDataException"/> whose message begins with the file name and the line number, counted
/// from 1, such as <c>reviews.tsv, line 17: no label before the text</c>. For a row of several lines it is the line on which the row
/// begins.</para>
/// <para>Thread safety: any number of threads may call the members. A lazily read result may be enumerated by one thread at a time.</para>
/// </remarks>
public static class LabeledTextFile
{
    /// <summary>Reads a whole file, or all files of a folder (<see cref="LabeledTextFormat.Folder"/>).</summary>
    /// <param name="path">The file or folder. Messages show this path as passed.</param>
    /// <param name="options">How to read; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the reading with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>At least one labeled text: in the order of the file, or in the ordinal order of a folder's labels and file names.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty, or an option isn't valid, such as a column name for a
    /// folder.</exception>
    /// <exception cref="FileNotFoundException">The file or folder doesn't exist.</exception>
    /// <exception cref="InvalidDataException">The file contains no labeled text, a line that can't be parsed, bytes that aren't valid in
    /// the encoding, or broken or truncated gzip data.</exception>
    public static LabeledTexts Read(
        string path, LabeledTextFileOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new LabeledTextFileOptions();
        options.Check();
        if (Directory.Exists(path))
        {
            options.CheckForFolder(path);
            return new LabeledTextFolder(path, options.Encoding).Read(cancellationToken);
        }

        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no file {path} to read labeled texts from.", path);
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        return ReadAll(stream, path, options, cancellationToken);
    }

    /// <summary>Reads a whole stream.</summary>
    /// <param name="stream">The stream to read; left open. Its position afterwards is undefined.</param>
    /// <param name="name">The file name, for messages and for <see cref="LabeledTextFormat.Detect"/>.</param>
    /// <param name="options">How to read; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the reading with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>At least one labeled text, in the order of the stream.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, <paramref name="stream"/> can't be read, or an option isn't
    /// valid.</exception>
    /// <exception cref="InvalidDataException">The stream contains no labeled text, a line that can't be parsed, bytes that aren't valid in
    /// the encoding, or broken or truncated gzip data.</exception>
    public static LabeledTexts ReadAll(
        Stream stream, string name, LabeledTextFileOptions? options = null, CancellationToken cancellationToken = default)
    {
        options = Checked(stream, name, options);
        using TextSource input = TextSource.Open(stream, name, options.Encoding, waits: true);
        LineReader lines = input.Lines();
        var parsed = new LabeledTextLines(input, lines, options);
        List<LabeledText> texts = [];
        while (lines.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            ParsedTexts ended = parsed.Parse();
            for (int i = 0; i < ended.Count; i++)
                texts.Add(ended[i]);
        }

        parsed.End();
        return new LabeledTexts(texts, parsed.Form, parsed.SkippedCount);
    }

    /// <summary>Reads a stream lazily, while the result is enumerated.</summary>
    /// <remarks>Memory use is bounded by the longest text.</remarks>
    /// <param name="stream">The stream to read; left open. It is read ahead in blocks, so its position afterwards is undefined.</param>
    /// <param name="name">The file name, for messages and for <see cref="LabeledTextFormat.Detect"/>.</param>
    /// <param name="options">How to read; <see langword="null"/> for the defaults.</param>
    /// <returns>At least one labeled text, in the order of the stream. Enumerate it once only: this consumes the stream.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, <paramref name="stream"/> can't be read, or an option isn't
    /// valid.</exception>
    /// <exception cref="InvalidDataException">During enumeration: the stream contains no labeled text, a line that can't be parsed, bytes
    /// that aren't valid in the encoding, or broken or truncated gzip data.</exception>
    public static IEnumerable<LabeledText> Read(Stream stream, string name, LabeledTextFileOptions? options = null) =>
        Enumerate(stream, name, Checked(stream, name, options));

    /// <summary>Reads a stream lazily and asynchronously, while the result is enumerated.</summary>
    /// <remarks>Memory use is bounded by the longest text.</remarks>
    /// <param name="stream">The stream to read; left open. It is read ahead in blocks, so its position afterwards is undefined.</param>
    /// <param name="name">The file name, for messages and for <see cref="LabeledTextFormat.Detect"/>.</param>
    /// <param name="options">How to read; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Ends the enumeration with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>At least one labeled text, in the order of the stream. Enumerate it once only: this consumes the stream.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, <paramref name="stream"/> can't be read, or an option isn't
    /// valid.</exception>
    /// <exception cref="InvalidDataException">During enumeration: the stream contains no labeled text, a line that can't be parsed, bytes
    /// that aren't valid in the encoding, or broken or truncated gzip data.</exception>
    public static IAsyncEnumerable<LabeledText> ReadAsync(
        Stream stream, string name, LabeledTextFileOptions? options = null, CancellationToken cancellationToken = default) =>
        EnumerateAsync(stream, name, Checked(stream, name, options), cancellationToken);

    /// <summary>Validates the arguments and returns a copy of the options.</summary>
    private static LabeledTextFileOptions Checked(Stream stream, string name, LabeledTextFileOptions? options)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!stream.CanRead) throw new ArgumentException($"The stream {name} can't be read.", nameof(stream));
        options ??= new LabeledTextFileOptions();
        options.Check();
        if (options.Format == LabeledTextFormat.Folder)
        {
            throw new ArgumentException(
                $"{name} isn't a folder, but the format is {LabeledTextFormat.Folder}; set another format", nameof(options));
        }

        return options with { };
    }

    private static IEnumerable<LabeledText> Enumerate(Stream stream, string name, LabeledTextFileOptions options)
    {
        using TextSource input = TextSource.Open(stream, name, options.Encoding, waits: true);
        LineReader lines = input.Lines();
        var parsed = new LabeledTextLines(input, lines, options);
        while (lines.Read())
        {
            ParsedTexts ended = parsed.Parse();
            for (int i = 0; i < ended.Count; i++)
                yield return ended[i];
        }

        parsed.End();
    }

    private static async IAsyncEnumerable<LabeledText> EnumerateAsync(
        Stream stream, string name, LabeledTextFileOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using TextSource input = await TextSource.OpenAsync(stream, name, options.Encoding, cancellationToken).ConfigureAwait(false);
        LineReader lines = input.Lines();
        var parsed = new LabeledTextLines(input, lines, options);
        while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            ParsedTexts ended = parsed.Parse();
            for (int i = 0; i < ended.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return ended[i];
            }
        }

        parsed.End();
    }
}
