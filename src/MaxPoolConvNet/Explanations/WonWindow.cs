using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet;

/// <summary>A window of a text that won at least one filter.</summary>
/// <param name="width">k.</param>
/// <param name="words">The range of the text's words that it covers; empty if it covers only padding.</param>
/// <param name="features">The features that it won, in ascending order.</param>
internal sealed class WonWindow(int width, Range words, IReadOnlyList<int> features)
{
    /// <summary>k.</summary>
    public int Width { get; } = width;

    /// <summary>
    /// The range of the text's words that it covers; empty if it covers only padding, or words after all that the filters respond to.
    /// </summary>
    public Range Words { get; } = words;

    /// <summary>The features that it won, in ascending order.</summary>
    public IReadOnlyList<int> Features { get; } = features;

    /// <summary>Returns the windows of a pass that kept its winners, ordered by width, then by position.</summary>
    /// <param name="network">The network.</param>
    /// <param name="pass">The pass of the text.</param>
    /// <param name="wordIds">The text.</param>
    public static IEnumerable<WonWindow> Of(Network<float> network, TextPass<float> pass, ReadOnlySpan<int> wordIds)
    {
        var won = new SortedDictionary<(int Width, int First, int Start, int End), List<int>>();
        for (int b = 0; b < network.Banks.Length; b++)
        {
            int width = network.Tables[b].Width;
            int feature = network.FirstFeature(b);
            int length = network.LengthFor(b, wordIds);
            ReadOnlySpan<float> winners = pass.WinnersFrom(feature)[..network.Tables[b].Filters];
            for (int j = 0; j < winners.Length; j++)
            {
                int first = (int)winners[j] - network.Banks[b].Padding.Before(width);
                int start = Math.Clamp(first, 0, length);
                (int, int, int, int) window = (width, first, start, Math.Clamp(first + width, start, length));
                if (!won.TryGetValue(window, out List<int>? features)) won.Add(window, features = []);
                features.Add(feature + j);
            }
        }

        return won.Select(one => new WonWindow(one.Key.Width, one.Key.Start..one.Key.End, one.Value));
    }
}
