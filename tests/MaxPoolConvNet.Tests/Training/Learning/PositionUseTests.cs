using CsCheck;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class PositionUseTests
{
    private const int Words = 6;

    [Fact]
    public void At_NamesEveryWordThatAWindowHasThere()
    {
        Gen<int[]> text = Gen.Int[0, Words - 1].Array[0, 9];
        Gen.Select(text.Array[1, 3], Gen.Int[1, 5], Gen.Bool).Sample((texts, width, wide) =>
        {
            Padding padding = wide ? Padding.Wide : Padding.Narrow;
            var used = new PositionUse(width, padding);
            used.Reset(Words);
            foreach (int[] words in texts)
                used.Add(words);
            int[] found = new int[Words];
            for (int position = 0; position < width; position++)
            {
                int[] at = found[..used.At(position, found)];
                foreach (int[] words in texts)
                    Assert.Subset(at.ToHashSet(), InWindows(words, width, padding, position).ToHashSet());
            }
        });
    }

    [Fact]
    public void At_WithoutPaddingLeavesOutWhatNoWindowHas()
    {
        var used = new PositionUse(3, Padding.Narrow);
        used.Reset(5);
        used.Add([0, 1, 2, 3]);
        int[] found = new int[5];

        Assert.Equal([0, 1], found[..used.At(0, found)]);
        Assert.Equal([1, 2], found[..used.At(1, found)]);
        Assert.Equal([2, 3], found[..used.At(2, found)]);
    }

    private static IEnumerable<int> InWindows(int[] words, int width, Padding padding, int position)
    {
        int[] padded = new int[padding.PaddedLength(words.Length, width)];
        padding.Pad(words, width, Words, padded);
        for (int window = 0; window + width <= padded.Length; window++)
        {
            if (padded[window + position] != Words) yield return padded[window + position];
        }
    }
}
