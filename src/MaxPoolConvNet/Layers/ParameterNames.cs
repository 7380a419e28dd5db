using System.Globalization;

namespace MaxPoolConvNet.Networks;

/// <summary>The names of a network's parameters, in models, gradients and model files.</summary>
internal static class ParameterNames
{
    public const string Filters = "U";
    public const string FilterBias = "filterBias";
    public const string Output = "V";
    public const string OutputBias = "outputBias";
    public const string Embedding = "embedding";

    /// <summary>The entries of an embedding that are never trained: not a parameter, but a tensor of a model file.</summary>
    public const string StaticEmbedding = "embedding.static";

    /// <summary>The suffix that distinguishes the names of a bank's parameters from those of other banks.</summary>
    /// <remarks>
    /// Its width if there are several banks of its kind, then ".embedding" for a bank over an embedding if there are also filters over the
    /// words themselves.
    /// </remarks>
    /// <param name="width">The bank's width.</param>
    /// <param name="isOverEmbedding">Whether it is over the embedding.</param>
    /// <param name="wordBanks">The number of banks over the text's own words.</param>
    /// <param name="embeddingBanks">The number of banks over the embedding.</param>
    public static string Suffix(int width, bool isOverEmbedding, int wordBanks, int embeddingBanks)
    {
        string ofWidth = (isOverEmbedding ? embeddingBanks : wordBanks) == 1 ? "" : width.ToString(CultureInfo.InvariantCulture);
        return isOverEmbedding && wordBanks > 0 ? ofWidth + ".embedding" : ofWidth;
    }
}
