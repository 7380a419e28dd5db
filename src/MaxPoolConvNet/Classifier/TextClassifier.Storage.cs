using MaxPoolConvNet.Text;

namespace MaxPoolConvNet;

/// <content>Saving and loading.</content>
public sealed partial class TextClassifier
{
    /// <summary>What is known of the model beside what it does: the strings that it was saved with, by name; empty for one that was just trained.</summary>
    public IReadOnlyDictionary<string, string> Metadata => Model.Metadata;

    /// <summary>
    /// Saves the classifier to a file in the safetensors format, with all that <see cref="Load(string, ITokenizer?)"/> needs: the weights,
    /// vocabulary, labels, tokenizer, the form of the network. The file is written beside an old one, which it replaces once it is whole. How
    /// other programs read it: <see cref="ModelFile"/>. What <see cref="Compile"/> has made isn't saved.
    /// </summary>
    /// <remarks>
    /// Of a tokenizer that isn't the library's the file has the name alone. Of what training leaves behind it has the weights, not the sums that
    /// an optimizer has made: to go on with a training that was stopped, see <see cref="Training.TrainingOptions.Checkpoint"/>. The same
    /// classifier gives the same bytes. A process that is killed while it writes leaves its unfinished file, whose name is that of the model with
    /// more behind it and ends in .new; it may be deleted.
    /// </remarks>
    /// <param name="path">The file; there may be one.</param>
    /// <param name="options">Precision, metadata; null for the defaults.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty, or an option isn't fit.</exception>
    /// <exception cref="ArithmeticException">The weights are too large for 16 bits.</exception>
    /// <exception cref="IOException">The file can't be written, or is a device or a pipe; an old one is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">There is no right to write there; an old file is as it was.</exception>
    public void Save(string path, SaveOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ModelFile.Save(Model, path, options);
    }

    /// <summary>Writes the classifier as <see cref="Save(string, SaveOptions?)"/> does; a part of it where writing fails.</summary>
    /// <param name="stream">Where to; needn't seek, and stays open.</param>
    /// <param name="options">Precision, metadata; null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ArgumentException">An option isn't fit.</exception>
    /// <exception cref="ArithmeticException">The weights are too large for 16 bits.</exception>
    public void SaveTo(Stream stream, SaveOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ModelFile.Save(Model, stream, options);
    }

    /// <summary>Loads a classifier. Safe with files from anywhere: no code is loaded, and what the file says of itself is checked first.</summary>
    /// <param name="path">The file; a pipe is read into memory first, up to 2 GB.</param>
    /// <param name="tokenizer">The tokenizer, where the model was trained with one that isn't the library's; else null.</param>
    /// <returns>The classifier; of a file in single precision it predicts the same as the one saved, to the bit.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty, or a tokenizer is given and the file's is the library's.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no model file, damaged, cut off, of a newer version, or needs a tokenizer to be given.</exception>
    public static TextClassifier Load(string path, ITokenizer? tokenizer = null) => new(ModelFile.Load(path, tokenizer));

    /// <summary>Loads a classifier as <see cref="Load(string, ITokenizer?)"/> does, from all that a stream has.</summary>
    /// <param name="stream">The model, from here to the end; stays open. One that can't seek is read into memory first, up to 2 GB.</param>
    /// <param name="tokenizer">The tokenizer, where the model was trained with one that isn't the library's; else null.</param>
    /// <returns>The classifier.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ArgumentException">A tokenizer is given and the file's is the library's.</exception>
    /// <exception cref="InvalidDataException">It is no model, damaged, cut off, of a newer version, or needs a tokenizer to be given.</exception>
    public static TextClassifier LoadFrom(Stream stream, ITokenizer? tokenizer = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new TextClassifier(ModelFile.Load(stream, tokenizer));
    }
}
