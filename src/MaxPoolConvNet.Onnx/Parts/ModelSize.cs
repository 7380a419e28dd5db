using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Onnx.Parts;

/// <summary>The size of a model, before it is made.</summary>
internal static class ModelSize
{
    // one message of protocol buffers holds less than 2 GiB; the rest is for the graph around the weights
    private const long Most = int.MaxValue - (1 << 24);

    /// <exception cref="ArgumentException">The model would be too large for a file.</exception>
    public static void Check(TextClassifier classifier, IEnumerable<FilterBank> banks, OnnxOptions options)
    {
        (FilterBank[] factored, FilterBank[] tables) = Split(banks, options);
        long tableBytes = tables.Sum(bank => EntryBytes(classifier, bank) * (bank.Words + 2L) * bank.Width * bank.Filters);
        long vectorBytes = factored is [{ Embedding: { } embedding }, ..]
            ? sizeof(float) * (embedding.VocabularySize + 1L) * embedding.Dimension
            : 0;
        long filterBytes = factored.Sum(bank => sizeof(float) * (long)bank.Layer.WordSize * bank.Width * bank.Filters);
        long wordBytes = options.Input == OnnxInput.Tokens ? BytesOf(classifier.Vocabulary) : 0;
        long bytes = tableBytes + vectorBytes + filterBytes + wordBytes;
        if (bytes <= Most) return;
        long entries = tables.Sum(bank => (long)bank.Width * bank.Filters);
        string help = tables.Any(bank => bank.Embedding is not null)
            ? $"set OnnxOptions.Factored, which keeps the {classifier.Vocabulary.Count:N0} word vectors themselves"
            : "train with fewer words or filters";
        throw new ArgumentException(
            FormattableString.Invariant(
                $"the ONNX model would have {bytes:N0} bytes, {tableBytes:N0} of them in tables of {entries:N0} filter entries per word; ")
            + FormattableString.Invariant($"an ONNX file holds at most {Most:N0}; {help}"),
            nameof(classifier));
    }

    /// <summary>Filters of a compact classifier have 8 bits.</summary>
    private static int EntryBytes(TextClassifier classifier, FilterBank bank) =>
        classifier.Compaction is not null && bank.Embedding is null ? sizeof(sbyte) : sizeof(float);

    private static (FilterBank[] Factored, FilterBank[] Tables) Split(IEnumerable<FilterBank> banks, OnnxOptions options)
    {
        ILookup<bool, FilterBank> parts = banks.ToLookup(bank => options.Factored && bank.Embedding is not null);
        return ([.. parts[true]], [.. parts[false]]);
    }

    /// <summary>At most ten bytes frame a word, and at most ten are its id.</summary>
    private static long BytesOf(Vocabulary vocabulary) => vocabulary.Words.Sum(word => 20L + Encoding.UTF8.GetByteCount(word));
}
