using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet;

/// <summary>A window that won filters in a text.</summary>
/// <param name="Width">k.</param>
/// <param name="First">The word that it begins at; below 0 where it begins with padding.</param>
/// <param name="Features">The features that it won, in their order.</param>
internal sealed record WonWindow(int Width, int First, IReadOnlyList<int> Features)
{
    /// <summary>The words of the text that it covers; none where it is nothing but padding.</summary>
    /// <param name="count">Words of the text.</param>
    public Range Words(int count)
    {
        int start = Math.Clamp(First, 0, count);
        return start..Math.Clamp(First + Width, start, count);
    }

    /// <summary>The windows of a pass that kept its winners, the smallest width first, in the order of the text.</summary>
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
