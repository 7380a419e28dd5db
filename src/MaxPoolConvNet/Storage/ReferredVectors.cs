using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Storage;

/// <summary>The static vectors that a file refers to, while it is read: the caller's, and the ids of words that have others.</summary>
internal sealed class ReferredVectors
{
    private readonly WordVectors _given;

    private ReferredVectors(VectorReference reference, WordVectors given, int ownWords)
    {
        Reference = reference;
        _given = given;
        OwnWords = new int[ownWords];
    }

    public VectorReference Reference { get; }

    /// <summary>The ids of the words whose vectors the file contains; zeros until <see cref="SetOwnWords"/> is called.</summary>
    public int[] OwnWords { get; }

    /// <summary>Returns the vectors; null for a file that contains all its vectors.</summary>
    /// <exception cref="InvalidDataException">The caller's vectors can't be those of the file.</exception>
    public static ReferredVectors? Of(
        ImmutableSortedDictionary<string, string> metadata, Dictionary<string, TensorEntry> tensors, Func<string, WordVectors?>? find)
    {
        if (!metadata.TryGetValue(ModelMetadata.Vectors, out string? json)) return null;
        var reference = VectorReference.Parse(json);
        int ownWords = 0;
        if (tensors.TryGetValue(VectorReference.OwnWords, out TensorEntry? own))
        {
            bool isPossible = own.Type == TensorType.I32 && own.Shape is [> 0] && own.Shape[0] < reference.Words;
            bool isFirst = !tensors.TryGetValue(ParameterNames.StaticEmbedding, out TensorEntry? rows) || own.Begin < rows.Begin;
            if (!isPossible || !isFirst)
            {
                string most = FormattableString.Invariant($"at most {reference.Words - 1} numbers of type I32 were expected");
                throw new InvalidDataException(
                    $"tensor '{own.Name}' is {own.ShownShape} {own.Type}; {most}, before '{ParameterNames.StaticEmbedding}'");
            }

            ownWords = (int)own.Shape[0];
        }

        // each word that the file doesn't contain a vector of is listed, which bounds the memory
        WordVectors vectors = reference.Check(find?.Invoke(reference.Name));
        return reference.Words - ownWords <= vectors.Count
            ? new ReferredVectors(reference, vectors, ownWords)
            : throw new InvalidDataException(FormattableString.Invariant(
                $"the model refers to {reference.Words - ownWords} vectors of '{reference.Name}'; '{vectors.Name}' has {vectors.Count}"));
    }

    /// <summary>Returns whether a tensor has the ids of <see cref="OwnWords"/>.</summary>
    public static bool HasOwnWordsIn(TensorEntry tensor) => tensor.Name == VectorReference.OwnWords;

    /// <summary>Takes the ids as the file has them, little-endian.</summary>
    /// <exception cref="InvalidDataException">They aren't ascending ids of words.</exception>
    public void SetOwnWords(ReadOnlySpan<byte> bytes)
    {
        MemoryMarshal.Cast<byte, int>(bytes).CopyTo(OwnWords);
        int least = 0;
        foreach (int word in OwnWords)
        {
            if (word < least || word >= Reference.Words)
            {
                throw new InvalidDataException(FormattableString.Invariant(
                    $"'{VectorReference.OwnWords}' has the id {word}; an id from {least} to {Reference.Words - 1} was expected"));
            }

            least = word + 1;
        }
    }

    /// <summary>Fills the rows of all words but the file's own.</summary>
    /// <exception cref="InvalidDataException">The caller's vectors aren't those that the file refers to.</exception>
    public void Fill(EmbeddingTable<float> embedding, Vocabulary vocabulary) => Reference.Fill(embedding, vocabulary, _given, OwnWords);
}
