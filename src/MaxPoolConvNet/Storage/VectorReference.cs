using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Storage;

/// <summary>What a file says of static vectors that it refers to. Stored as JSON in the file's metadata.</summary>
/// <remarks>
/// "embedding.static" then has rows for those words alone whose ids are in "embedding.static.words" (I32, ascending); the other words have
/// the vectors that are listed for them. Without such words, both tensors are missing.
/// </remarks>
/// <param name="name">The name of the vectors.</param>
/// <param name="words">The number of words of the embedding.</param>
/// <param name="dimension">The number of static entries of a word.</param>
/// <param name="checksum">The CRC-32C of the rows that the file refers to, word by word, in single precision, little-endian.</param>
internal sealed class VectorReference(string name, int words, int dimension, string checksum)
{
    /// <summary>The tensor of the ids of words whose vectors the file contains.</summary>
    public const string OwnWords = ParameterNames.StaticEmbedding + ".words";

    public string Name { get; } = name;

    public int Words { get; } = words;

    public int Dimension { get; } = dimension;

    public string Checksum { get; } = checksum;

    /// <summary>Finds out which static vectors of a network are those listed for its words.</summary>
    /// <returns>The reference, and the words that have other vectors.</returns>
    /// <exception cref="ArgumentException">The network has no static vectors, or none is a listed one.</exception>
    public static (VectorReference Reference, int[] OwnWords) Of(
        EmbeddingTable<float>? embedding, Vocabulary vocabulary, WordVectors vectors)
    {
        if (embedding is not { StaticDimension: > 0 })
            throw new ArgumentException("the classifier has no static word vectors, so that its file can't refer to any", nameof(vectors));
        var own = new List<int>();
        var checksum = new Crc32C();
        for (int word = 0; word < embedding.Words; word++)
        {
            ReadOnlySpan<float> row = embedding.Static(word);
            if (Listed(vectors, vocabulary[word]).SequenceEqual(row)) checksum.Add(MemoryMarshal.AsBytes(row));
            else own.Add(word);
        }

        if (own.Count == embedding.Words)
        {
            throw new ArgumentException(
                $"none of the classifier's words has its vector in '{vectors.Name}'; pass the vectors that it was trained with",
                nameof(vectors));
        }

        var reference = new VectorReference(vectors.Name, embedding.Words, embedding.StaticDimension, ModelMetadata.Shown(checksum));
        return (reference, [.. own]);
    }

    public string ToJson() => new JsonObject
    {
        ["name"] = Name,
        ["words"] = Words,
        ["dimension"] = Dimension,
        ["checksum"] = Checksum,
    }.ToJsonString();

    /// <exception cref="InvalidDataException">The JSON doesn't describe a reference.</exception>
    public static VectorReference Parse(string json)
    {
        JsonFields fields = JsonFields.Parse(json, ModelMetadata.Vectors);
        var reference = new VectorReference(
            fields.String("name"), fields.Integer("words"), fields.Integer("dimension"), fields.String("checksum"));
        return reference is { Words: > 0, Dimension: > 0 and <= WordVectors.MaximumDimension }
            ? reference
            : throw new InvalidDataException(FormattableString.Invariant(
                $"'{ModelMetadata.Vectors}' has {reference.Words} words of {reference.Dimension} numbers, which isn't possible"));
    }

    /// <summary>Checks that vectors were given, and that they can be those of the file.</summary>
    /// <exception cref="InvalidDataException">None were given, or they have another dimension.</exception>
    public WordVectors Check(WordVectors? given)
    {
        if (given is null)
        {
            throw new InvalidDataException(
                $"the model refers to the word vectors '{Name}', which aren't in its file; pass them to Load in LoadOptions.FindVectors");
        }

        return given.Dimension == Dimension
            ? given
            : throw new InvalidDataException(FormattableString.Invariant(
                $"the model refers to the word vectors '{Name}' of {Dimension} numbers; those of '{given.Name}' have {given.Dimension}"));
    }

    /// <summary>Fills the rows of all words but the file's own.</summary>
    /// <exception cref="InvalidDataException">A word isn't listed, or the vectors aren't those that the file refers to.</exception>
    public void Fill(EmbeddingTable<float> embedding, Vocabulary vocabulary, WordVectors given, ReadOnlySpan<int> ownWords)
    {
        var checksum = new Crc32C();
        for (int word = 0; word < embedding.Words; word++)
        {
            if (!ownWords.IsEmpty && ownWords[0] == word)
            {
                ownWords = ownWords[1..];
                continue;
            }

            ReadOnlySpan<float> vector = Listed(given, vocabulary[word]);
            if (vector.IsEmpty) throw Other(given, $"they don't list '{vocabulary[word]}'");
            vector.CopyTo(embedding.Static(word));
            checksum.Add(MemoryMarshal.AsBytes(vector));
        }

        string found = ModelMetadata.Shown(checksum);
        if (found != Checksum) throw Other(given, $"their checksum is {found}; {Checksum} was expected");
    }

    private static ReadOnlySpan<float> Listed(WordVectors vectors, string word) =>
        vectors.IsListed(word) && vectors.TryGetVector(word, out ReadOnlySpan<float> vector) ? vector : default;

    private InvalidDataException Other(WordVectors given, string why) => new(
        $"the word vectors given, '{given.Name}', aren't the '{Name}' that the model refers to: {why}; pass those it was trained with");
}
