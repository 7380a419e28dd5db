using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>The first weights of a network: each depends on the seed and its own place alone.</summary>
public class NetworkInitializerTests
{
    private const int Words = 9;

    [Theory]
    [MemberData(nameof(NetworkForms.All), MemberType = typeof(NetworkForms))]
    public void SinglePrecision_HasTheSameWeights_Rounded(ConvNetOptions form)
    {
        Network<double> exact = Create<double>(form);
        AssertSame(exact.To<float>(), Create<float>(form));
    }

    [Theory]
    [MemberData(nameof(NetworkForms.All), MemberType = typeof(NetworkForms))]
    public void AShareOfTheFilters_HasTheWeightsThatTheWholeNetworkHasThere(ConvNetOptions form)
    {
        // enough filters for several shards
        ConvNetOptions many = form with
        {
            Filters = [.. form.Filters!.Select(group => new FilterGroup(group.Width, group.Count + 40))],
            Embedding = form.Embedding is { } own
                ? own with { Filters = [.. own.Filters!.Select(group => new FilterGroup(group.Width, group.Count + 40))] }
                : null,
        };
        Network<double> whole = Create<double>(many);
        foreach (int ranks in new[] { 2, 3 })
        {
            FilterShare[] shares = FilterShare.Divide([.. many.Filters!, .. many.Embedding?.Filters ?? []], ranks);
            foreach (FilterShare share in shares)
                AssertSame(NetworkParts.Of(whole, share), Create<double>(many, share));
        }
    }

    [Fact]
    public void WeightsAreInProportionToTheDeviation_AndBiasesAreZero()
    {
        ConvNetOptions form = new() { Filters = [new(1, 200), new(2, 200)], Biases = true, InitialDeviation = 0.25 };
        Network<double> one = Create<double>(form);
        Network<double> twice = Create<double>(form with { InitialDeviation = 0.5 });
        for (int b = 0; b < 2; b++)
        {
            double[] entries = Rows(one, b);
            Assert.Equal(entries.Select(entry => 2 * entry), Rows(twice, b));
            Assert.InRange(Math.Sqrt(entries.Average(entry => entry * entry)), 0.24, 0.26);
            Assert.All(one.Banks[b].Bias!, bias => Assert.Equal(0, bias));
        }

        Assert.Equal(one.Output.Row(0).ToArray().Select(v => 2 * v), twice.Output.Row(0).ToArray());
        Assert.All(one.Output.Bias!, bias => Assert.Equal(0, bias));
    }

    [Fact]
    public void EveryRowIsAnotherOne()
    {
        ConvNetOptions form = new()
        {
            Filters = [new(1, 8), new(2, 8)],
            Embedding = new EmbeddingOptions { Dimension = 8, Filters = [new(1, 8), new(2, 8)] },
        };
        Network<double> network = NetworkInitializer.Create<double>(Words, 3, form, new CounterRandom(5));
        IEnumerable<double> entries = Enumerable.Range(0, 4).SelectMany(b => Rows(network, b))
            .Concat(Enumerable.Range(0, Words).SelectMany(word => network.Embedding!.Row(word)[..8].ToArray()))
            .Concat(Enumerable.Range(0, 3).SelectMany(c => network.Output.Row(c)[..network.Features].ToArray()));
        double[] all = [.. entries.Select(Math.Abs)];
        Assert.Equal(((Words + 8) * 3 * 8) + (Words * 8) + (3 * 32), all.Length);
        Assert.Equal(all.Length, all.Distinct().Count());
    }

    [Theory]
    [InlineData(EmbeddingKind.Static, true)]
    [InlineData(EmbeddingKind.TwoChannel, true)]
    [InlineData(EmbeddingKind.Trained, false)]
    public void NetworksThatWillBeAveraged_ShareStaticVectorsAlone(EmbeddingKind kind, bool isShared)
    {
        ConvNetOptions form = new() { Filters = [new(1, 8)], Embedding = new EmbeddingOptions { Kind = kind, Dimension = 8, Filters = [new(1, 8)] } };
        Network<double>[] networks = [.. new ulong[] { 1, 2 }.Select(seed => NetworkInitializer.Create<double>(
            new FilterWords(Words), 2, null, form, null, new CounterRandom(seed), new CounterRandom(3), FilterShare.All))];
        Assert.Equal(isShared, networks[0].Embedding!.Entries.SequenceEqual(networks[1].Embedding!.Entries));
        Assert.NotEqual(Rows(networks[0], 0), Rows(networks[1], 0));
        Assert.NotEqual(Rows(networks[0], 1), Rows(networks[1], 1));
        Assert.NotEqual(networks[0].Output.Row(0).ToArray(), networks[1].Output.Row(0).ToArray());
    }

    [Fact]
    public void WhatIsOutOfRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("words", () => Create(words: 0));
        Assert.Throws<ArgumentOutOfRangeException>("classes", () => Create(classes: 1));
        Assert.Throws<ArgumentOutOfRangeException>("classes", () => Create(classes: 3, kind: OutputKind.Logistic));
        Assert.Throws<ArgumentOutOfRangeException>("output", () => Create(kind: (OutputKind)7));
        Assert.Equal(OutputKind.Logistic, Create().Output.Function.Kind);
        Assert.Equal(OutputKind.Softmax, Create(classes: 3).Output.Function.Kind);
        Assert.Equal(OutputKind.Softmax, Create(kind: OutputKind.Softmax).Output.Function.Kind);

        static Network<float> Create(int words = 1, int classes = 2, OutputKind? kind = null) =>
            NetworkInitializer.Create<float>(words, classes, new ConvNetOptions(), new CounterRandom(1), kind);
    }

    private static Network<T> Create<T>(ConvNetOptions form, FilterShare? share = null)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> => NetworkInitializer.Create<T>(
            new FilterWords(Words), 3, OutputKind.Softmax, form, null, new CounterRandom(5), new CounterRandom(6), share ?? FilterShare.All);

    private static double[] Rows(Network<double> network, int bank)
    {
        FilterTable<double> table = network.Tables[bank];
        return [.. Enumerable.Range(0, table.Words).SelectMany(word => Enumerable.Range(0, table.Width).SelectMany(position =>
            table.Entries.Slice(table.Index(word, position, 0), table.Filters).ToArray()))];
    }

    private static void AssertSame<T>(Network<T> expected, Network<T> actual)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        Assert.Equal(expected.Banks.Length, actual.Banks.Length);
        for (int b = 0; b < expected.Banks.Length; b++)
        {
            Assert.Equal((expected.Tables[b].Width, expected.Tables[b].Filters), (actual.Tables[b].Width, actual.Tables[b].Filters));
            Assert.Equal(expected.Tables[b].Entries.ToArray(), actual.Tables[b].Entries.ToArray());
            Assert.Equal(expected.Banks[b].Bias, actual.Banks[b].Bias);
        }

        Assert.Equal(expected.Embedding is null, actual.Embedding is null);
        if (expected.Embedding is { } vectors) Assert.Equal(vectors.Entries.ToArray(), actual.Embedding!.Entries.ToArray());
        for (int c = 0; c < expected.Output.Logits; c++)
            Assert.Equal(expected.Output.Row(c).ToArray(), actual.Output.Row(c).ToArray());
    }
}
