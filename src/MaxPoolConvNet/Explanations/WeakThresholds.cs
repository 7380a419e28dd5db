using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet;

/// <summary>
/// The median of each filter's largest responses to random texts: a winner up to it is weak (after Jacovi, Shalom and Goldberg 2018,
/// "Understanding Convolutional Neural Networks for Text Classification").
/// </summary>
/// <remarks>
/// The thresholds of a text length are computed when they are first needed, and kept in 4 bytes per filter and length. Reading takes no
/// lock: threads that need the same length at the same time compute it twice, with the same bits.
/// </remarks>
internal sealed class WeakThresholds(Network<float> network, RandomTexts texts)
{
    /// <summary>The number of words from which on all texts have the same thresholds.</summary>
    public const int LongestText = 256;

    private const int TextCount = 99;

    private readonly float[]?[] _byLength = new float[LongestText + 1][];

    /// <summary>Returns each feature's median largest response, before the activation, to random texts of the same length.</summary>
    /// <param name="words">The number of words of the text.</param>
    /// <param name="run">The run of the calling thread; its pass is overwritten.</param>
    public ReadOnlySpan<float> Of(int words, PredictionRun run)
    {
        int length = Math.Min(words, LongestText);
        return LazyInitializer.EnsureInitialized(ref _byLength[length], () => Make(length, run));
    }

    private float[] Make(int length, PredictionRun run)
    {
        float[] responses = new float[TextCount * network.Features];
        Span<int> wordIds = stackalloc int[LongestText];
        for (int text = 0; text < TextCount; text++)
        {
            texts.Fill(text, wordIds[..length]);
            ReadOnlySpan<float> ofText = run.Pool(wordIds[..length]);
            for (int j = 0; j < network.Features; j++)
                responses[(j * TextCount) + text] = ofText[j];
        }

        float[] medians = new float[network.Features];
        for (int j = 0; j < medians.Length; j++)
        {
            Span<float> ofFilter = responses.AsSpan(j * TextCount, TextCount);
            ofFilter.Sort();
            medians[j] = ofFilter[TextCount / 2];
        }

        return medians;
    }
}
