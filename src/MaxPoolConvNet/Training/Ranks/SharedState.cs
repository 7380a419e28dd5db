using System.Runtime.InteropServices;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>Writes or reads the state of a network whose filters ranks share, as one process would.</summary>
/// <remarks>
/// All of the ranks pass the same arrays in the same order, each its own part. The first rank puts the parts of an array together before it
/// writes the array, and divides an array that it has read. It never has more than one whole array and a part of it.
/// </remarks>
/// <param name="ranks">The ranks that share the filters.</param>
/// <param name="shares">The share of each.</param>
/// <param name="form">The form of the whole network.</param>
/// <param name="whole">What the first rank writes to or reads from; null at the other ranks.</param>
/// <param name="isReading">Whether the state is read.</param>
internal sealed class SharedState(
    IRankGroup ranks, FilterShare[] shares, ConvNetOptions form, ITrainingState? whole, bool isReading) : ITrainingState
{
    /// <summary>The most numbers that are sent at once.</summary>
    private const int NumbersAtOnce = 1 << 24;

    private readonly FilterGroup[] _banks = [.. form.WordFilters, .. form.Embedding?.VectorFilters ?? []];
    private float[] _whole = [];
    private float[] _part = [];

    public Stream Stream => whole?.Stream ?? Stream.Null;

    private int Words => form.WordFilters.Count;

    public void Exchange(Span<float> numbers)
    {
        whole?.Exchange(numbers);
        for (int start = 0; isReading && start < numbers.Length; start += NumbersAtOnce)
            ranks.Broadcast(MemoryMarshal.AsBytes(numbers[start..Math.Min(start + NumbersAtOnce, numbers.Length)]), sender: 0);
    }

    public void Exchange(ref long number, long most = long.MaxValue)
    {
        whole?.Exchange(ref number, most);
        if (isReading) ranks.Broadcast(MemoryMarshal.AsBytes(new Span<long>(ref number)), sender: 0);
    }

    public void Exchange(ref double number)
    {
        whole?.Exchange(ref number);
        if (isReading) ranks.Broadcast(MemoryMarshal.AsBytes(new Span<double>(ref number)), sender: 0);
    }

    public IEnumerable<StateBank> Banks(Network<float> network)
    {
        int own = 0;
        var banks = new List<StateBank>();
        for (int bank = 0; bank < _banks.Length; bank++)
        {
            bool has = Own(ranks.Rank, FirstFeature(bank), _banks[bank].Count).Count > 0;
            banks.Add(new StateBank(bank, has ? own++ : null, bank >= Words));
        }

        return banks;
    }

    public void ExchangeBank(Span<float> numbers, int bank) =>
        Exchange(numbers, FirstFeature(bank), [new FilterGroup(1, _banks[bank].Count)], 1);

    public void ExchangeFeatures(Span<float> numbers) => Exchange(numbers, 0, [new FilterGroup(1, form.Features)], 1);

    public void ExchangeTransposed(Span<float> numbers, int stride) => Exchange(numbers, FirstFeature(Words), _banks[Words..], stride);

    /// <summary>Exchanges the parts of an array that consists of blocks, each of some rows with a column per filter.</summary>
    /// <param name="own">The own part.</param>
    /// <param name="first">The feature of the first column.</param>
    /// <param name="blocks">The blocks; their numbers of rows are in the ratio of the widths.</param>
    /// <param name="stride">The numbers of a column in a row.</param>
    private void Exchange(Span<float> own, int first, FilterGroup[] blocks, int stride)
    {
        int[] lengths = ranks.AllGather<int>([own.Length]);
        if (whole is null)
        {
            for (int start = 0; start < own.Length; start += NumbersAtOnce)
            {
                Span<byte> some = MemoryMarshal.AsBytes(own[start..Math.Min(start + NumbersAtOnce, own.Length)]);
                if (isReading) ranks.Receive(some, sender: 0);
                else ranks.Send(some, receiver: 0);
            }

            return;
        }

        int longest = Array.FindIndex(lengths, length => length > 0);
        int columns = longest < 0 ? 1 : blocks.Select((_, b) => Columns(longest, first, blocks, b) * blocks[b].Width).Sum();
        int rows = longest < 0 ? 0 : lengths[longest] / columns / stride;
        int all = checked(rows * stride * blocks.Sum(block => block.Width * AlignedArray<float>.WholeLines(block.Count)));
        Grow(ref _whole, all);
        Span<float> array = _whole.AsSpan(0, all);
        array.Clear();
        if (isReading) whole.Exchange(array);
        for (int rank = 0; rank < lengths.Length; rank++)
        {
            if (rank > 0) Grow(ref _part, lengths[rank]);
            Span<float> part = rank == 0 ? own : _part.AsSpan(0, lengths[rank]);
            if (isReading)
            {
                part.Clear();
                Copy(part, array, rank, first, blocks, rows, stride);
            }

            for (int start = 0; rank > 0 && start < part.Length; start += NumbersAtOnce)
            {
                Span<byte> some = MemoryMarshal.AsBytes(part[start..Math.Min(start + NumbersAtOnce, part.Length)]);
                if (isReading) ranks.Send(some, rank);
                else ranks.Receive(some, rank);
            }

            if (!isReading) Copy(part, array, rank, first, blocks, rows, stride);
        }

        if (!isReading) whole.Exchange(array);
    }

    /// <summary>Copies a rank's columns from the whole array or to it.</summary>
    private void Copy(Span<float> part, Span<float> array, int rank, int first, FilterGroup[] blocks, int rows, int stride)
    {
        int at = 0;
        for (int b = 0, row = 0; b < blocks.Length; first += blocks[b].Count, b++)
        {
            (int column, int count) = Own(rank, first, blocks[b].Count);
            int ofPart = AlignedArray<float>.WholeLines(count) * stride;
            int ofWhole = AlignedArray<float>.WholeLines(blocks[b].Count) * stride;
            for (int r = 0; r < rows * blocks[b].Width; r++, at += ofPart, row += ofWhole)
            {
                Span<float> here = part.Slice(at, count * stride);
                Span<float> there = array.Slice(row + (column * stride), count * stride);
                if (isReading) there.CopyTo(here);
                else here.CopyTo(there);
            }
        }
    }

    /// <summary>The columns of a row in a rank's part of a block.</summary>
    private int Columns(int rank, int first, FilterGroup[] blocks, int block) =>
        AlignedArray<float>.WholeLines(Own(rank, first + blocks.Take(block).Sum(before => before.Count), blocks[block].Count).Count);

    private (int First, int Count) Own(int rank, int firstFeature, int filters) =>
        shares[rank].OfBank(firstFeature, filters).GetOffsetAndLength(filters);

    private int FirstFeature(int bank) => _banks.Take(bank).Sum(before => before.Count);

    private static void Grow(ref float[] numbers, int length)
    {
        if (numbers.Length < length) numbers = new float[length];
    }
}
