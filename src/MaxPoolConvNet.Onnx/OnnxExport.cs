using Google.Protobuf;
using MaxPoolConvNet.Onnx.Parts;
using MaxPoolConvNet.Onnx.Schema;
using MaxPoolConvNet.Storage;

namespace MaxPoolConvNet.Onnx;

/// <summary>Saves classifiers as ONNX models.</summary>
/// <remarks>
/// <para>
/// A model takes a batch of texts, texts × words, as tokens or ids (<see cref="OnnxNames"/> has the names). Shorter texts are padded at the
/// end with <see cref="OnnxNames.PaddingToken"/> or <see cref="OnnxNames.PaddingId"/>. Each text gets the probabilities that the library
/// gives it alone; they differ by less than 0.00001. Empty texts and unknown words are allowed.
/// </para>
/// <para>
/// It uses operators of the standard domain in version 13 and, for tokens, LabelEncoder of the domain ai.onnx.ml in version 2. ONNX Runtime
/// runs it from version 1.7 on. It doesn't contain the tokenizer, thresholds that promise error rates, familiarity or explanations.
/// </para>
/// <para>
/// Its metadata has <c>labels</c>, <c>output</c>, <c>input</c>, <c>words</c>, <c>unknownWords</c>, <c>tokenizer</c>, <c>calibration</c> (if
/// the classifier is calibrated; probabilities are calibrated already), <c>version</c> of the library, the classifier's <c>checksum</c>,
/// and the classifier's own metadata, prefixed by <c>user.</c>. Lists and objects are JSON, as in a model file.
/// </para>
/// </remarks>
public static class OnnxExport
{
    /// <summary>Saves a classifier to a file as an ONNX model.</summary>
    /// <param name="classifier">The classifier.</param>
    /// <param name="path">The path of the file. An existing file is replaced once the new one is complete.</param>
    /// <param name="options">Input and form of the model; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the operation. An existing file is unchanged.</param>
    /// <exception cref="ArgumentNullException"><paramref name="classifier"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="path"/> is <see langword="null"/> or empty, an option is invalid or doesn't suit the classifier, or the model would
    /// be larger than 2 GB.
    /// </exception>
    /// <exception cref="ArithmeticException">The weights are finite, but a product of word vectors and filters overflows.</exception>
    /// <exception cref="IOException">The file can't be written, or is a device or a pipe. An existing file is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the path is denied. An existing file is unchanged.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public static void SaveOnnx(
        this TextClassifier classifier, string path, OnnxOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ReplacedFile.CheckWritable(path);
        ModelProto model = ClassifierGraph.ToModel(classifier, options, cancellationToken);
        ReplacedFile.Write(path, model.WriteTo);
    }

    /// <summary>Saves a classifier to a stream as an ONNX model. If writing fails, the stream contains a part of the data.</summary>
    /// <param name="classifier">The classifier.</param>
    /// <param name="stream">The stream to write to. It needn't support seeking, and stays open.</param>
    /// <param name="options">Input and form of the model; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the operation, before anything is written.</param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="classifier"/> or <paramref name="stream"/> is <see langword="null"/>.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// An option is invalid or doesn't suit the classifier, or the model would be larger than 2 GB.
    /// </exception>
    /// <exception cref="ArithmeticException">The weights are finite, but a product of word vectors and filters overflows.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public static void SaveOnnx(
        this TextClassifier classifier, Stream stream, OnnxOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(stream);
        ClassifierGraph.ToModel(classifier, options, cancellationToken).WriteTo(stream);
    }
}
