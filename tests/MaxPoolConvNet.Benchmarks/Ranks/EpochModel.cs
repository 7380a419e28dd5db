using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Ranks;

/// <summary>The time of an epoch of a classifier with the default networks, and the memory of a rank, by the library's own division of them.</summary>
/// <param name="Costs">What a word costs.</param>
/// <param name="Texts">Training texts; 5,000 or more, so that one network is for calibration.</param>
/// <param name="WordsPerText">Words in a text.</param>
/// <param name="Vocabulary">Words that have rows in U.</param>
/// <param name="Filters">Filters of each of the widths 1, 2 and 3.</param>
/// <param name="Batch">Texts per step.</param>
internal sealed record EpochModel(EpochCosts Costs, int Texts, double WordsPerText, int Vocabulary, int Filters, int Batch)
{
    private const int Networks = 3;

    // weights, the sums of a batch and, in 16 bits, AdaGrad's sums of squares
    private const double NumbersPerEntry = 2.5;

    /// <summary>The most ranks that can share the work.</summary>
    public int MostRanks => TextCounts.Length * FilterShards.Count(3 * Filters);

    /// <summary>The texts of each network: those of the classifier, and the one for calibration.</summary>
    private int[] TextCounts => [.. Enumerable.Repeat(Texts, Networks), (int)(0.8 * Texts)];

    /// <summary>The seconds of an epoch, which are those of the slowest rank.</summary>
    public double Seconds(int ranks, Link link) => Enumerable.Range(0, ranks).Max(rank =>
    {
        NetworkDivision division = Division(rank, ranks);
        int sharing = division.Shares?.Length ?? 1;
        double seconds = 0;
        for (int network = 0; network < TextCounts.Length; network++)
        {
            if (!division.IsOwn(network)) continue;
            seconds += Costs.Seconds(TextCounts[network] * WordsPerText, Positions(division.Share));
            if (sharing > 1) seconds += Math.Ceiling((double)TextCounts[network] / Batch) * link.Seconds(sharing, BytesPerStep(sharing));
        }

        return seconds;
    });

    /// <summary>The bytes of the networks at a rank other than the first.</summary>
    public double NetworkBytes(int ranks)
    {
        NetworkDivision division = Division(ranks - 1, ranks);
        return sizeof(float) * NumbersPerEntry * (double)Vocabulary * Positions(division.Share) * Enumerable.Range(0, TextCounts.Length).Count(division.IsOwn);
    }

    /// <summary>The bytes of the encoded texts, which each rank has whole.</summary>
    public double TextBytes => sizeof(int) * WordsPerText * Texts * (1.0 + TextCounts.Length - Networks);

    private double BytesPerStep(int sharing) =>
        sizeof(float) * (double)Batch * FilterShards.Count(3 * Filters) * (sharing - 1) / sharing;

    private int Positions(FilterShare share) => Enumerable.Range(0, 3).Sum(bank =>
        (bank + 1) * share.OfBank(bank * Filters, Filters).GetOffsetAndLength(Filters).Length);

    private NetworkDivision Division(int rank, int ranks)
    {
        var options = new TrainingOptions
        {
            Networks = Networks,
            BatchSize = Batch,
            Network = new ConvNetOptions { Filters = [new(1, Filters), new(2, Filters), new(3, Filters)] },
            Ranks = new Place(rank, ranks),
        };
        return NetworkDivision.Of(options, TextCounts);
    }

    /// <summary>A rank that exchanges nothing.</summary>
    private sealed class Place(int rank, int count) : IRankGroup
    {
        public int Rank => rank;

        public int Count => count;

        public void AllGather(ReadOnlySpan<byte> own, Span<byte> all, ReadOnlySpan<int> lengths) => throw new NotSupportedException();

        public void Broadcast(Span<byte> bytes, int sender) => throw new NotSupportedException();

        public void Send(ReadOnlySpan<byte> bytes, int receiver) => throw new NotSupportedException();

        public void Receive(Span<byte> bytes, int sender) => throw new NotSupportedException();

        public IRankGroup Split(int part) => throw new NotSupportedException();
    }
}
