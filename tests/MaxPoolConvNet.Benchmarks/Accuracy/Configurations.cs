using MaxPoolConvNet.English;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Accuracy;

/// <summary>The options that the library's own rows train with, the same for all sets.</summary>
internal static class Configurations
{
    /// <summary>The library's defaults.</summary>
    public static TrainingOptions Defaults(int seed) => new() { Seed = (ulong)seed };

    /// <summary>The defaults with the character n-grams of words.</summary>
    public static TrainingOptions WithSubwords(int seed) => new() { Seed = (ulong)seed, Tokenizer = new SubwordTokenizer() };

    /// <summary>The defaults with the vectors of English words of MaxPoolConvNet.English.</summary>
    public static TrainingOptions WithEnglish(int seed) => new()
    {
        Seed = (ulong)seed,
        Network = new ConvNetOptions { Embedding = new EmbeddingOptions { Kind = EmbeddingKind.Static, Vectors = EnglishVectors.Load() } },
    };

    /// <summary>The defaults with these vectors and, for the one-hot filters, the character n-grams of words.</summary>
    public static TrainingOptions WithEnglishAndSubwords(int seed) => WithEnglish(seed) with { Tokenizer = new SubwordTokenizer() };

    /// <summary>
    /// The defaults with word vectors, which stay as they are, beside the one-hot filters: all words that have one, and Kim's widths.
    /// </summary>
    public static TrainingOptions WithVectors(int seed, WordVectors vectors) => new()
    {
        Seed = (ulong)seed,
        Network = new ConvNetOptions
        {
            Embedding = new EmbeddingOptions
            {
                Kind = EmbeddingKind.Static,
                Vectors = vectors,
                AdditionalWords = vectors.Count,
                Filters = [new(3), new(4), new(5)],
            },
        },
    };
}
