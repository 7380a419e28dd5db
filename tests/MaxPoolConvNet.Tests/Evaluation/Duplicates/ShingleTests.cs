using System.Numerics;
using MaxPoolConvNet.Evaluation;

namespace MaxPoolConvNet.Tests.Evaluation.Duplicates;

public class ShingleTests
{
    [Theory]
    [InlineData(new int[0], "")]
    [InlineData(new[] { 5 }, "5 -1 -1")]
    [InlineData(new[] { 5, 6 }, "5 6 -1")]
    [InlineData(new[] { 5, 6, 7 }, "5 6 7")]
    [InlineData(new[] { 7, 1, 2, 7, 1, 2, 7 }, "1 2 7, 2 7 1, 7 1 2")]
    [InlineData(new[] { 3, 3, 3, 3, 2, 3, 3, 1 }, "2 3 3, 3 2 3, 3 3 1, 3 3 2, 3 3 3")]
    public void Collect_GivesEachOnceInOrder(int[] words, string expected)
    {
        var shingles = new List<Shingle> { new(9, 9, 9) };
        Shingle.Collect(words, shingles);
        Assert.Equal(expected, string.Join(", ", shingles.Select(one => $"{one.First} {one.Second} {one.Third}")));
    }

    [Fact]
    public void Order_IsThatOfTheNumbersFromTheFirstOn()
    {
        Shingle[] all = [.. Cube(4)];
        for (int one = 0; one < all.Length; one++)
        {
            for (int other = 0; other < all.Length; other++)
                Assert.Equal(one.CompareTo(other), Math.Sign(all[one].CompareTo(all[other])));
        }
    }

    // of 27,000 random numbers of 32 bits, fewer than one pair is equal on average
    [Fact]
    public void HashCodes_OfSmallNumbersDifferInAllBits()
    {
        int[] hashes = [.. Cube(30).Select(one => one.GetHashCode())];

        Assert.InRange(hashes.Distinct().Count(), 26_990, 27_000);
        for (int bit = 0; bit < 32; bit++)
            Assert.InRange(hashes.Count(hash => (hash >> bit & 1) == 1) / 27_000.0, 0.45, 0.55);
        Assert.InRange(hashes.Average(hash => BitOperations.PopCount((uint)hash)), 15.8, 16.2);
    }

    private static IEnumerable<Shingle> Cube(int size) =>
        from first in Enumerable.Range(0, size) from second in Enumerable.Range(0, size) from third in Enumerable.Range(0, size) select new Shingle(first, second, third);
}
