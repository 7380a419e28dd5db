using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

/// <summary>Texts with any number of labels: each of three words is a label of its own, and fillers are none.</summary>
internal static class TagTexts
{
    private static readonly string[] _tags = ["blue", "green", "red"];

    public static LabeledText[] Make(int count) => [.. Enumerable.Range(0, count).Select(t =>
    {
        string[] own = [.. _tags.Where((_, tag) => (t >> tag & 1) == 1)];
        return new LabeledText([.. own], $"{(t % 3 == 0 ? "the" : "a")} {string.Join(t % 5 == 0 ? " and " : " ", own)} thing");
    })];
}
