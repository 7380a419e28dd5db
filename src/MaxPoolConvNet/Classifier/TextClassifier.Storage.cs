namespace MaxPoolConvNet;

/// <content>Saving and loading.</content>
public sealed partial class TextClassifier
{
    /// <summary>The metadata that the model was saved with, by name. Empty for a newly trained classifier.</summary>
    public IReadOnlyDictionary<string, string> Metadata => Model.Metadata;

    /// <summary>
    /// What making the classifier compact changed; <see langword="null"/> for a classifier with full weights.
    /// </summary>
    public CompactionReport? Compaction => Model.Compaction;

    /// <summary>
    /// How the probabilities were calibrated when training ended; <see langword="null"/> if they weren't.
    /// </summary>
    public CalibrationReport? Calibration => Model.Calibration;

    /// <summary>
    /// The checksum of the model file that the classifier was loaded from, such as "crc32c:0a1b2c3d". For a newly trained classifier, it is
    /// the checksum of the file that <see cref="Save(string, SaveOptions?)"/> writes by default.
    /// </summary>
    /// <remarks>
    /// The same as <see cref="ModelFileInfo.Checksum"/>. For a newly trained classifier, the first call computes it from all weights; later
    /// calls return the stored value.
    /// </remarks>
    public string Checksum => Model.Checksum ?? LazyInitializer.EnsureInitialized(ref _checksum, () => ModelFile.Checksum(Model));

    /// <summary>
    /// Saves the classifier to a file in the safetensors format, with everything that <see cref="Load(string, LoadOptions?)"/> needs:
    /// weights, vocabulary, labels, tokenizer and network architecture.
    /// </summary>
    /// <remarks>
    /// An existing file is replaced only once the new one is complete. See <see cref="ModelFile"/> for how other programs read the file.
    /// The table that <see cref="Compile"/> creates isn't saved. For a custom tokenizer, the file contains only its name. The file contains
    /// the weights but not the state of the optimizer; to resume interrupted training, see
    /// <see cref="Training.TrainingOptions.Checkpoint"/>. Saving the same classifier always writes the same bytes. A process that is killed
    /// while writing leaves an incomplete file, whose name starts with the name of the model file and ends in .new. The next call for the
    /// same model file deletes it, if it is at least a minute old.
    /// </remarks>
    /// <param name="path">The path of the file. An existing file is replaced.</param>
    /// <param name="options">Weight format and metadata; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is <see langword="null"/> or empty, or an option is invalid.</exception>
    /// <exception cref="ArithmeticException">The weights are too large for 16 bits.</exception>
    /// <exception cref="IOException">The file can't be written, or is a device or a pipe. An existing file is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the path is denied. An existing file is unchanged.</exception>
    public void Save(string path, SaveOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ModelFile.Save(Model, path, options);
    }

    /// <summary>Saves the classifier to a stream, in the format of <see cref="Save(string, SaveOptions?)"/>. If writing fails, the stream
    /// contains a part of the data.</summary>
    /// <param name="stream">The stream to write to. It needn't support seeking, and stays open.</param>
    /// <param name="options">Weight format and metadata; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An option is invalid.</exception>
    /// <exception cref="ArithmeticException">The weights are too large for 16 bits.</exception>
    public void Save(Stream stream, SaveOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ModelFile.Save(Model, stream, options);
    }

    /// <summary>
    /// Saves the classifier to a stream that must be written asynchronously, such as the body of a response. The whole file, up to 2 GB,
    /// is created in memory first.
    /// </summary>
    /// <param name="stream">The stream to write to. It needn't support seeking, and stays open.</param>
    /// <param name="options">Weight format and metadata; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>A task that completes when everything is written.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An option is invalid.</exception>
    /// <exception cref="ArithmeticException">The weights are too large for 16 bits.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled; the stream may contain a part of the data.</exception>
    public async Task SaveAsync(Stream stream, SaveOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var memory = new MemoryStream();
        ModelFile.Save(Model, memory, options);
        memory.Position = 0;
        await memory.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Loads a classifier from a file. Safe with untrusted files: no code is loaded, and the header is validated first.</summary>
    /// <param name="path">The path of the file. A pipe is read into memory first, up to 2 GB.</param>
    /// <param name="options">What the file doesn't contain, such as a custom tokenizer; <see langword="null"/> for nothing.</param>
    /// <returns>
    /// The classifier. If the file is in single precision, its predictions are bit-identical to those of the saved classifier on the same
    /// kind of processor and operating system.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is <see langword="null"/> or empty, or a tokenizer is given, but the
    /// model uses one of the library's own.</exception>
    /// <exception cref="FileNotFoundException">The file doesn't exist.</exception>
    /// <exception cref="InvalidDataException">The file isn't a model file, is damaged or truncated, has a newer version, or requires a
    /// tokenizer or word vectors that aren't given.</exception>
    public static TextClassifier Load(string path, LoadOptions? options = null) =>
        new(ModelFile.Load(path, options ?? new LoadOptions()));

    /// <summary>Loads a classifier from a stream. See <see cref="Load(string, LoadOptions?)"/>.</summary>
    /// <param name="stream">The model, from the current position to the end. The stream stays open. A stream that doesn't support seeking
    /// is read into memory first, up to 2 GB.</param>
    /// <param name="options">What the stream doesn't contain; <see langword="null"/> for nothing.</param>
    /// <returns>The classifier.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A tokenizer is given, but the model uses one of the library's own.</exception>
    /// <exception cref="InvalidDataException">The data isn't a model, is damaged or truncated, has a newer version, or requires a
    /// tokenizer or word vectors that aren't given.</exception>
    public static TextClassifier Load(Stream stream, LoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new TextClassifier(ModelFile.Load(stream, options ?? new LoadOptions()));
    }

    /// <summary>
    /// Loads a classifier from a stream that must be read asynchronously, such as the body of a response, also in a browser. The stream is
    /// read into memory first, up to 2 GB.
    /// </summary>
    /// <param name="stream">The model, from the current position to the end. The stream stays open.</param>
    /// <param name="options">What the stream doesn't contain; <see langword="null"/> for nothing.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The classifier.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A tokenizer is given, but the model uses one of the library's own.</exception>
    /// <exception cref="InvalidDataException">The data isn't a model, is damaged or truncated, has a newer version, or requires a
    /// tokenizer or word vectors that aren't given.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public static async Task<TextClassifier> LoadAsync(
        Stream stream, LoadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, cancellationToken).ConfigureAwait(false);
        memory.Position = 0;
        return new TextClassifier(ModelFile.Load(memory, options ?? new LoadOptions()));
    }
}
