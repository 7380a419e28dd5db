using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet;

/// <summary>A window of a text that won at least one filter.</summary>
/// <param name="width">k.</param>
/// <param name="first">The index of its first word; negative if it begins with padding.</param>
/// <param name="features">The features that it won, in ascending order.</param>
internal sealed class WonWindow(int width, int first, IReadOnlyList<int> features)
{
    /// <summary>k.</summary>
    public int Width { get; } = width;

    /// <summary>The features that it won, in ascending order.</summary>
    public IReadOnlyList<int> Features { get; } = features;

    /// <summary>Returns the range of the text's words that the window covers; empty if it covers only padding.</summary>
    /// <param name="count">The number of words of the text.</param>
    public Range Words(int count)
    {
        int start = Math.Clamp(first, 0, count);
        return start..Math.Clamp(first + Width, start, count);
    }

    /// <summary>Returns the windows of a pass that kept its winners, ordered by width, then by position.</summary>
    public static IEnumerable<WonWindow> Of(Network<float> network, TextPass<float> pass)
    {
        var won = new SortedDictionary<(int Width, int First), List<int>>();
        for (int b = 0; b < network.Banks.Length; b++)
        {
            int width = network.Tables[b].Width;
            int feature = network.FirstFeature(b);
            ReadOnlySpan<float> winners = pass.WinnersFrom(feature)[..network.Tables[b].Filters];
            for (int j = 0; j < winners.Length; j++)
            {
                (int, int) window = (width, (int)winners[j] - network.Banks[b].Padding.Before(width));
                if (!won.TryGetValue(window, out List<int>? features)) won.Add(window, features = []);
                features.Add(feature + j);
            }
        }

        return won.Select(one => new WonWindow(one.Key.Width, one.Key.First, one.Value));
    }
}
