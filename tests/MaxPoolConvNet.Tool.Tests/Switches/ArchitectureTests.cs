using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Switches;

namespace MaxPoolConvNet.Tool.Tests;

public class ArchitectureTests
{
    /// <summary>Every name there is, with what it stands for.</summary>
    public static TheoryData<string, bool, EmbeddingKind?, bool> Architectures { get; } = new()
    {
        { "one-hot", true, null, false },
        { "random", false, EmbeddingKind.Trained, false },
        { "static", false, EmbeddingKind.Static, true },
        { "trained", false, EmbeddingKind.Trained, true },
        { "two-channel", false, EmbeddingKind.TwoChannel, true },
        { "one-hot+random", true, EmbeddingKind.Trained, false },
        { "one-hot+static", true, EmbeddingKind.Static, true },
        { "one-hot+trained", true, EmbeddingKind.Trained, true },
        { "one-hot+two-channel", true, EmbeddingKind.TwoChannel, true },
    };

    [Theory]
    [MemberData(nameof(Architectures))]
    public void AName_IsReadAndWrittenAlike(string name, bool hasOneHotFilters, EmbeddingKind? embedding, bool needsVectors)
    {
        var architecture = Architecture.Parse(name);

        Assert.Equal(
            (name, hasOneHotFilters, embedding, needsVectors),
            (architecture.ToString(), architecture.HasOneHotFilters, architecture.Embedding, architecture.NeedsVectors));
    }

    [Fact]
    public void ThereAreNoOthers() => Assert.Equal(
        Architectures.Select(row => row.Data.Item1).Order(StringComparer.Ordinal),
        Architecture.All.Select(one => one.ToString()).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("bag")]
    [InlineData("")]
    [InlineData("one-hot+")]
    [InlineData("one-hot+one-hot")]
    [InlineData("static+one-hot")]
    [InlineData("One-Hot")]
    public void AnotherName_IsRefused(string name)
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Architecture.Parse(name));

        Assert.StartsWith($"--architecture is '{name}'; one-hot, random, ", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Architectures))]
    public void TheOptionsOfAnArchitecture_MakeItAgain(string name, bool hasOneHotFilters, EmbeddingKind? embedding, bool needsVectors)
    {
        WordVectors? vectors = needsVectors ? Vectors() : null;
        var start = new ConvNetOptions { Embedding = new EmbeddingOptions { Vectors = vectors }, Activation = Activation.Relu };

        ConvNetOptions options = Architecture.Parse(name).Apply(start, [2, 4], 7);

        Assert.Equal(name, Architecture.Of(options).ToString());
        Assert.Equal(
            (hasOneHotFilters, embedding, vectors), (options.Filters is not [], options.Embedding?.Kind, options.Embedding?.Vectors));
        Assert.Equal([new FilterGroup(2, 7), new FilterGroup(4, 7)], (options.Embedding?.Filters ?? options.Filters)!);
        Assert.Equal(Activation.Relu, options.Activation);
    }

    [Fact]
    public void WithoutWidthsAndFilters_ThoseOfTheOptionsStay()
    {
        var embedding = new EmbeddingOptions { Filters = [new(6, 8)] };
        var start = new ConvNetOptions { Filters = [new(2, 5)], Embedding = embedding };

        ConvNetOptions oneHot = Architecture.OneHot.Apply(start, null, null);
        ConvNetOptions both = Architecture.Parse("one-hot+random").Apply(start, null, null);

        Assert.Equal([new FilterGroup(2, 5)], oneHot.Filters!);
        Assert.Equal([new FilterGroup(6, 8)], both.Embedding!.Filters!);
        Assert.Null(both.Filters); // the number of texts decides
    }

    [Theory]
    [InlineData("one-hot+static", new int[0], "1:48,2:24,3:24")]
    [InlineData("static", new[] { 4, 1 }, "4:24,1:48")]
    [InlineData("two-channel", new int[0], "1:100,2:100,3:100")]
    [InlineData("random", new[] { 2 }, "2:100")]
    public void WithoutANumber_FiltersHaveThatOfTheirKind(string name, int[] widths, string expected)
    {
        WordVectors? vectors = name == "random" ? null : Vectors();

        ConvNetOptions options = Architecture.Parse(name).Apply(
            new ConvNetOptions { Embedding = new EmbeddingOptions { Vectors = vectors } }, widths.Length == 0 ? null : [.. widths], null);

        Assert.Equal(expected, string.Join(',', options.Embedding!.Filters!.Select(group => $"{group.Width}:{group.Count}")));
        if (options.Filters is not []) Assert.Null(options.Filters);
        if (widths.Length == 0) Assert.Equal((int)Math.Round(options.Embedding.Filters!.Average(group => group.Count)), Architecture.Parse(name).UsualFilters);
    }

    private static WordVectors Vectors() => WordVectorFile.ReadFrom(new MemoryStream("good 1 0\nbad 0 1\n"u8.ToArray()), "vectors.txt");
}
