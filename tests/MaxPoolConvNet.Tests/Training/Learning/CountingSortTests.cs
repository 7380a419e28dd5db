using CsCheck;

namespace MaxPoolConvNet.Tests;

public class CountingSortTests
{
    [Fact]
    public void Sort_KeepsTheOrderWithinAGroup_UsedAgainAndAgain()
    {
        var grouped = new CountingSort<int>();
        Gen.Int[0, 4].Array[0, 600].Sample(
            groups =>
            {
                grouped.Sort([.. groups.Select((group, item) => (group, item))], 5);
                for (int group = 0; group < 5; group++)
                    Assert.Equal(Enumerable.Range(0, groups.Length).Where(item => groups[item] == group), grouped.Of(group).ToArray());
            },
            threads: 1);
    }
}
