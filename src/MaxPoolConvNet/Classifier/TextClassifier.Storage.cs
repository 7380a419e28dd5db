using MaxPoolConvNet.Text;

namespace MaxPoolConvNet;

/// <content>Saving and loading.</content>
public sealed partial class TextClassifier
{
    /// <summary>The strings, by name, that the model was saved with; empty for a classifier that was just trained.</summary>
    public IReadOnlyDictionary<string, string> Metadata => Model.Metadata;

    /// <summary>
    /// What making the classifier compact changed; <see langword="null"/> for a classifier with full weights.
    /// </summary>
    public CompactionReport? Compaction => Model.Compaction;

    /// <summary>
    /// The checksum of the model file that the classifier was loaded from, such as "crc32c:0a1b2c3d"; of one that was just trained, that
    /// of the file that <see cref="Save(string, SaveOptions?)"/> writes by default. The same as <see cref="ModelFileInfo.Checksum"/>.
    /// </summary>
    /// <remarks>Of a classifier that was just trained it is computed at the first call, by going over all weights, and kept.</remarks>
    public string Checksum => Model.Checksum ?? LazyInitializer.EnsureInitialized(ref _checksum, () => ModelFile.Checksum(Model));

    /// <summary>
    /// Saves the classifier to a file in the safetensors format, with all that <see cref="Load(string, ITokenizer?)"/> needs: the weights,
    /// vocabulary, labels, tokenizer, and the form of the network. The file is written beside an old one, which it replaces once it is
    /// whole. How other programs read it: <see cref="ModelFile"/>. What <see cref="Compile"/> has made isn't saved.
    /// </summary>
    /// <remarks>
    /// Of a tokenizer of your own the file has the name only. Of what training leaves behind it has the weights, not the sums that an
    /// optimizer has made: to resume a training that was stopped, see <see cref="Training.TrainingOptions.Checkpoint"/>. The same
    /// classifier gives the same bytes. A process that is killed while it writes leaves its unfinished file, whose name is that of the
    /// model with more behind it and ends in .new; it may be deleted.
    /// </remarks>
    /// <param name="path">The file; there may be one.</param>
    /// <param name="options">Weight format and metadata; null for the defaults.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty, or an option isn't valid.</exception>
    /// <exception cref="ArithmeticException">The weights are too large for 16 bits.</exception>
    /// <exception cref="IOException">The file can't be written, or is a device or a pipe; an old one is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">There is no right to write there; an old file is as it was.</exception>
    public void Save(string path, SaveOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ModelFile.Save(Model, path, options);
    }

    /// <summary>Writes the classifier to a stream, as <see cref="Save(string, SaveOptions?)"/> does to a file; if writing fails, the
    /// stream has a part of it.</summary>
    /// <param name="stream">Where to write; needn't seek, and stays open.</param>
    /// <param name="options">Weight format and metadata; null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ArgumentException">An option isn't valid.</exception>
    /// <exception cref="ArithmeticException">The weights are too large for 16 bits.</exception>
    public void Save(Stream stream, SaveOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ModelFile.Save(Model, stream, options);
    }

    /// <summary>
    /// Writes the classifier to a stream that must be written asynchronously, such as the body of a response. The whole file, up to 2 GB,
    /// is made in memory first.
    /// </summary>
    /// <param name="stream">Where to write; needn't seek, and stays open.</param>
    /// <param name="options">Weight format and metadata; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>A task that ends when all is written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ArgumentException">An option isn't valid.</exception>
    /// <exception cref="ArithmeticException">The weights are too large for 16 bits.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; the stream may have a part of the file.</exception>
    public async Task SaveAsync(Stream stream, SaveOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var memory = new MemoryStream();
        ModelFile.Save(Model, memory, options);
        memory.Position = 0;
        await memory.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Loads a classifier. Safe with files from anywhere: no code is loaded, and what the file says of itself is checked
    /// first.</summary>
    /// <param name="path">The file; a pipe is read into memory first, up to 2 GB.</param>
    /// <param name="tokenizer">The tokenizer, if the model was trained with one of your own; else null.</param>
    /// <returns>
    /// The classifier. Of a file in single precision it predicts the same as the one saved, to the bit, if it runs on one kind of
    /// processor and system.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty, or a tokenizer is given though the file has one of
    /// the library's.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It isn't a model file, it is damaged, cut off or of a newer version, or it needs a tokenizer
    /// to be given.</exception>
    public static TextClassifier Load(string path, ITokenizer? tokenizer = null) => new(ModelFile.Load(path, tokenizer));

    /// <summary>Loads a classifier from a stream, as <see cref="Load(string, ITokenizer?)"/> does from a file.</summary>
    /// <param name="stream">The model, from here to the end; stays open. One that can't seek is read into memory first, up to 2 GB.</param>
    /// <param name="tokenizer">The tokenizer, if the model was trained with one of your own; else null.</param>
    /// <returns>The classifier.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ArgumentException">A tokenizer is given though the model has one of the library's.</exception>
    /// <exception cref="InvalidDataException">It isn't a model, it is damaged, cut off or of a newer version, or it needs a tokenizer to
    /// be given.</exception>
    public static TextClassifier Load(Stream stream, ITokenizer? tokenizer = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new TextClassifier(ModelFile.Load(stream, tokenizer));
    }

    /// <summary>
    /// Loads a classifier from a stream that must be read asynchronously, such as the body of a response, also in a browser. The stream is
    /// read into memory first, up to 2 GB.
    /// </summary>
    /// <param name="stream">The model, from here to the end; stays open.</param>
    /// <param name="tokenizer">The tokenizer, if the model was trained with one of your own; else null.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The classifier.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ArgumentException">A tokenizer is given though the model has one of the library's.</exception>
    /// <exception cref="InvalidDataException">It isn't a model, it is damaged, cut off or of a newer version, or it needs a tokenizer to
    /// be given.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<TextClassifier> LoadAsync(Stream stream, ITokenizer? tokenizer = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, cancellationToken).ConfigureAwait(false);
        memory.Position = 0;
        return new TextClassifier(ModelFile.Load(memory, tokenizer));
    }
}
