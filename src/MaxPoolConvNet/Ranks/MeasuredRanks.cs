namespace MaxPoolConvNet.Training;

/// <summary>Ranks whose exchange is measured.</summary>
/// <param name="ranks">The ranks.</param>
/// <param name="meter">Counts what this rank exchanges, in the parts of the group too.</param>
internal sealed class MeasuredRanks(IRankGroup ranks, ExchangeMeter meter) : IRankGroup
{
    public int Rank => ranks.Rank;

    public int Count => ranks.Count;

    /// <summary>Counts what this rank exchanges.</summary>
    public ExchangeMeter Meter => meter;

    public void AllGather(ReadOnlySpan<byte> own, Span<byte> all, ReadOnlySpan<int> lengths)
    {
        long begin = meter.Begin();
        ranks.AllGather(own, all, lengths);
        long received = -own.Length;
        foreach (int length in lengths)
            received += length;
        meter.Add(begin, ranks.Count > 1 ? own.Length : 0, received);
    }

    public void Broadcast(Span<byte> bytes, int sender)
    {
        long begin = meter.Begin();
        ranks.Broadcast(bytes, sender);
        long length = ranks.Count > 1 ? bytes.Length : 0;
        meter.Add(begin, sender == Rank ? length : 0, sender == Rank ? 0 : length);
    }

    public void Send(ReadOnlySpan<byte> bytes, int receiver)
    {
        long begin = meter.Begin();
        ranks.Send(bytes, receiver);
        meter.Add(begin, bytes.Length, 0);
    }

    public void Receive(Span<byte> bytes, int sender)
    {
        long begin = meter.Begin();
        ranks.Receive(bytes, sender);
        meter.Add(begin, 0, bytes.Length);
    }

    public IRankGroup Split(int part)
    {
        long begin = meter.Begin();
        IRankGroup own = ranks.Split(part);
        meter.Add(begin, 0, 0);
        return new MeasuredRanks(own, meter);
    }
}
