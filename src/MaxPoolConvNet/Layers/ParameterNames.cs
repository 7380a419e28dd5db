using System.Globalization;

namespace MaxPoolConvNet.Networks;

/// <summary>The names of a network's parameters, which model files and gradients have too.</summary>
internal static class ParameterNames
{
    public const string Filters = "U";
    public const string FilterBias = "filterBias";
    public const string Output = "V";
    public const string OutputBias = "outputBias";
    public const string Embedding = "embedding";

    /// <summary>The entries of an embedding that are never trained: no parameter, but a tensor of a model file.</summary>
    public const string StaticEmbedding = "embedding.static";

    /// <summary>
    /// What the names of a bank's parameters end with, to tell them from another's: its width where there are others of its kind, and ".embedding" over
    /// an embedding where there are filters over the words themselves too.
    /// </summary>
    /// <param name="width">The bank's width.</param>
    /// <param name="isOverEmbedding">Whether it is over the embedding.</param>
    /// <param name="wordBanks">The banks over the text's own words.</param>
    /// <param name="embeddingBanks">The banks over the embedding.</param>
    public static string Suffix(int width, bool isOverEmbedding, int wordBanks, int embeddingBanks)
    {
        string ofWidth = (isOverEmbedding ? embeddingBanks : wordBanks) == 1 ? "" : width.ToString(CultureInfo.InvariantCulture);
        return isOverEmbedding && wordBanks > 0 ? ofWidth + ".embedding" : ofWidth;
    }
}
