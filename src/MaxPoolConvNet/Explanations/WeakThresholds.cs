using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet;

/// <summary>
/// What each filter answers to random texts: up to the median of its largest responses, a winner says little (after Jacovi, Shalom and
/// Goldberg 2018, "Understanding Convolutional Neural Networks for Text Classification").
/// </summary>
/// <remarks>
/// Made for a length when it is first asked for, and kept: 4 bytes a filter and length. Reading takes no lock; threads that need the same
/// length at the same time make it twice, to the same bits.
/// </remarks>
internal sealed class WeakThresholds(Network<float> network, RandomTexts texts)
{
    /// <summary>Longer texts have the thresholds of this many words.</summary>
    public const int LongestText = 256;

    private const int TextCount = 99;

    private readonly float[]?[] _byLength = new float[LongestText + 1][];

    /// <summary>The median of each feature's largest response, before the activation, over random texts of as many words.</summary>
    /// <param name="words">Words of the text.</param>
    /// <param name="run">Of the calling thread; its pass is overwritten.</param>
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
