using System.Runtime.InteropServices;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>What the ranks that share the filters of a network tell each other in training.</summary>
/// <remarks>
/// A logit is a sum over h, which is summed shard by shard (see <see cref="FilterShards"/>). Each rank computes the sums of its own shards,
/// receives those of the others, and adds up all of them in their order, so that the logits have the same bits at all ranks, and for any
/// number of ranks. From the logits, each rank computes the gradients of its own filters.
/// </remarks>
internal sealed class FilterSharing
{
    private readonly IRankGroup _ranks;
    private readonly int[] _shards;
    private readonly int[] _lengths;
    private float[] _own = [];
    private float[] _all = [];
    private int _texts;
    private int _logits;

    /// <param name="ranks">The ranks that share filters.</param>
    /// <param name="shares">The share of each.</param>
    public FilterSharing(IRankGroup ranks, FilterShare[] shares)
    {
        _ranks = ranks;
        Shares = shares;
        _shards = Array.ConvertAll(shares, share => FilterShards.Count(share.End - share.First));
        _lengths = new int[shares.Length];
    }

    /// <summary>The share of each rank.</summary>
    public FilterShare[] Shares { get; }

    /// <summary>The filters of this rank.</summary>
    public FilterShare Own => Shares[_ranks.Rank];

    /// <summary>Ends the training when it is canceled at any rank. All ranks know it after the same step.</summary>
    public CancellationToken Cancellation { get; set; }

    /// <summary>Whether the training was canceled at a rank before the last step.</summary>
    public bool IsCanceled { get; private set; }

    /// <summary>Whether the own shards are the first ones.</summary>
    public bool IsFirst => _ranks.Rank == 0;

    private int OwnShards => _shards[_ranks.Rank];

    /// <summary>Begins with the texts of a batch. Call it before <see cref="SumsOf"/>.</summary>
    public void Begin(int texts, int logits)
    {
        (_texts, _logits) = (texts, logits);
        int own = 1 + (texts * logits * OwnShards);
        if (_own.Length < own) _own = new float[own];
        int all = _shards.Sum(shards => 1 + (texts * logits * shards));
        if (_all.Length < all) _all = new float[all];
    }

    /// <summary>Receives the sums of a text's logits over the own shards; several texts at the same time.</summary>
    public Span<float> SumsOf(int text) => _own.AsSpan(1 + (text * _logits * OwnShards), _logits * OwnShards);

    /// <summary>Exchanges the sums of all texts.</summary>
    public void Exchange()
    {
        _own[0] = Cancellation.IsCancellationRequested ? 1 : 0;
        int all = 0;
        for (int rank = 0; rank < _lengths.Length; rank++)
            all += _lengths[rank] = 1 + (_texts * _logits * _shards[rank]);
        _ranks.AllGather<float>(_own.AsSpan(0, _lengths[_ranks.Rank]), _all.AsSpan(0, all), _lengths);
        IsCanceled = false;
        for (int rank = 0, first = 0; rank < _lengths.Length; first += _lengths[rank], rank++)
            IsCanceled |= _all[first] != 0;
    }

    /// <summary>Adds up a text's logits after <see cref="Exchange"/>; several texts at the same time.</summary>
    public void AddUp(int text, float[]? bias, Span<float> logits)
    {
        logits.Clear();
        for (int rank = 0, first = 1; rank < _lengths.Length; first += _lengths[rank], rank++)
        {
            int shards = _shards[rank];
            ReadOnlySpan<float> sums = _all.AsSpan(first + (text * _logits * shards), _logits * shards);
            for (int c = 0; c < logits.Length; c++)
            {
                foreach (float sum in sums.Slice(c * shards, shards))
                    logits[c] += sum;
            }
        }

        for (int c = 0; c < logits.Length && bias is not null; c++)
            logits[c] += bias[c];
    }

    /// <summary>Adds up numbers of all shards, in their order.</summary>
    /// <param name="own">Those of the own shards, row by row.</param>
    /// <param name="sums">Receives the sum of each row.</param>
    public void AddUp(ReadOnlySpan<double> own, Span<double> sums)
    {
        for (int rank = 0; rank < _lengths.Length; rank++)
            _lengths[rank] = sums.Length * _shards[rank];
        double[] all = new double[_lengths.Sum()];
        _ranks.AllGather(own, all, _lengths);
        sums.Clear();
        for (int rank = 0, first = 0; rank < _lengths.Length; first += _lengths[rank], rank++)
        {
            for (int row = 0; row < sums.Length; row++)
            {
                foreach (double number in all.AsSpan(first + (row * _shards[rank]), _shards[rank]))
                    sums[row] += number;
            }
        }
    }

    /// <summary>Lets each rank continue the sums of the ranks before it, so that they have the same bits as those of one process.</summary>
    /// <param name="sums">The sums; at the first rank yet to be computed.</param>
    /// <param name="sumOwn">Adds the own contributions; at the first rank, to 0.</param>
    public void Continue(Span<float> sums, Action sumOwn)
    {
        Span<byte> bytes = MemoryMarshal.AsBytes(sums);
        if (!IsFirst) _ranks.Receive(bytes, _ranks.Rank - 1);
        sumOwn();
        if (_ranks.Rank < _ranks.Count - 1) _ranks.Send(bytes, _ranks.Rank + 1);
    }

    /// <summary>Gives the sums that the last rank has completed to all ranks.</summary>
    public void BroadcastFromLast(Span<float> sums) =>
        _ranks.Broadcast(MemoryMarshal.AsBytes(sums), _ranks.Count - 1);
}
