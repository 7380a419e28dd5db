using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>The output for the texts of a batch, as matrix products: V is read once for all texts instead of once for each.</summary>
/// <remarks>
/// Threads share rows of V in the forward pass and for ∂L/∂V, and features in the backward pass. Each sum has a fixed order, so that the
/// number of threads never changes the result. A logit is the sum of the sums over the shards of h (see <see cref="FilterShards"/>); the
/// products of a shard are summed one after the other.
/// </remarks>
internal sealed class BatchOutput
{
    // sizes of a chunk of work: threads share chunks evenly, and a chunk's data fits the cache; independent of the number of threads
    private const int RowsAtOnce = 64;

    private readonly OutputWeights<float> _output;
    private readonly WorkSharing _sharing;
    private readonly FilterSharing? _ranks;
    private readonly int _featuresAtOnce;
    private readonly int _textStride;
    private readonly int[] _numbers;
    private readonly float[] _pooled;
    private readonly float[] _pooledColumns;
    private readonly float[] _logits;
    private readonly float[] _errors;
    private readonly float[] _pooledGradients;
    private readonly Scratch[] _scratch;
    private readonly Action<int, int> _forward;
    private readonly Action<int, int> _backward;
    private readonly Action<int, int> _sum;
    private RowVisitor _visit = (_, _) => { };
    private int _count;

    /// <summary>Receives the sum of ∂L/∂V in a row of V, in whole cache lines.</summary>
    public delegate void RowVisitor(int logit, ReadOnlySpan<float> sum);

    /// <param name="output">V and its biases, or the columns of the own features.</param>
    /// <param name="sharing">The threads.</param>
    /// <param name="batchSize">The most texts of a batch.</param>
    /// <param name="ranks">The ranks that share the filters; null if the output has all features.</param>
    public BatchOutput(OutputWeights<float> output, WorkSharing sharing, int batchSize, FilterSharing? ranks)
    {
        _output = output;
        _sharing = sharing;
        _ranks = ranks;
        _featuresAtOnce = AlignedArray<float>.WholeLines(Chunks.Count(output.Stride, sharing.Threads));
        _textStride = AlignedArray<float>.WholeLines(batchSize);
        _numbers = [.. Enumerable.Range(0, Math.Max(RowsAtOnce, batchSize))];
        _pooled = new float[batchSize * output.Stride];
        _pooledColumns = new float[output.Stride * _textStride];
        _logits = new float[output.Logits * _textStride];
        _errors = new float[batchSize * output.Logits];
        _pooledGradients = new float[batchSize * output.Stride];
        int depth = Math.Max(RowsAtOnce, Math.Max(output.Features, batchSize));
        _scratch = [.. Enumerable.Range(0, sharing.Threads).Select(_ => new Scratch(_textStride, output.Stride, depth))];
        _forward = Forward;
        _backward = Backward;
        _sum = SumGradients;
    }

    /// <summary>Receives h of a text; several texts at the same time.</summary>
    public void SetPooled(int text, ReadOnlySpan<float> pooled)
    {
        pooled.CopyTo(_pooled.AsSpan(text * _output.Stride));
        for (int j = 0; j < _output.Features; j++)
            _pooledColumns[(j * _textStride) + text] = pooled[j];
    }

    /// <summary>Computes the logits of the texts or, if ranks share the features, what comes before their exchange.</summary>
    public void Forward(int count)
    {
        _count = count;
        _sharing.Run(Chunks.Count(_output.Logits, RowsAtOnce), _forward);
    }

    /// <summary>Copies the logits of a text; several texts at the same time.</summary>
    public void CopyLogits(int text, Span<float> logits)
    {
        for (int c = 0; c < logits.Length; c++)
            logits[c] = _logits[(c * _textStride) + text] + (_output.Bias?[c] ?? 0);
    }

    /// <summary>Receives the errors y − o of a text; several texts at the same time.</summary>
    public void SetErrors(int text, ReadOnlySpan<float> errors) => errors.CopyTo(_errors.AsSpan(text * _output.Logits));

    /// <summary>Computes ∂L/∂h of the texts from their errors.</summary>
    public void Backward() => _sharing.Run(Chunks.Count(_output.Stride, _featuresAtOnce), _backward);

    /// <summary>∂L/∂h of a text, in whole cache lines.</summary>
    public ReadOnlySpan<float> PooledGradient(int text) => _pooledGradients.AsSpan(text * _output.Stride, _output.Stride);

    /// <summary>Sums ∂L/∂V over the texts, and passes the sum of each row of V on. Several threads do so at the same time.</summary>
    public void SumGradients(RowVisitor visit)
    {
        _visit = visit;
        _sharing.Run(Chunks.Count(_output.Logits, RowsAtOnce), _sum);
    }

    /// <summary>Computes the sum of the errors for each logit.</summary>
    public void SumErrors(Span<float> sums)
    {
        sums.Clear();
        for (int text = 0; text < _count; text++)
        {
            for (int c = 0; c < sums.Length; c++)
                sums[c] += _errors[(text * _output.Logits) + c];
        }
    }

    private void Forward(int chunk, int worker)
    {
        Range rows = Chunks.Of(chunk, _output.Logits, RowsAtOnce);
        int first = rows.Start.Value;
        ReadOnlySpan<int> numbers = _numbers.AsSpan(0, rows.End.Value - first);
        if (_ranks is null)
        {
            var allColumns = new MatrixView<float>(_pooledColumns, _output.Features, _textStride, columnStride: 1);
            Lanes.Run<MatrixProduct<float>, float>(new MatrixProduct<float>(
                _output.RowsFrom(first),
                _output.Stride,
                numbers,
                allColumns,
                .._count,
                _logits.AsSpan(first * _textStride),
                _textStride,
                _scratch[worker].Packed,
                FilterShards.Size));
            return;
        }

        Span<float> sums = _scratch[worker].Rows.AsSpan(0, numbers.Length * _textStride);
        for (int shard = 0; shard < FilterShards.Count(_output.Features); shard++)
        {
            Range own = FilterShards.Entries(shard, _output.Features);
            int feature = own.Start.Value;
            var columns = new MatrixView<float>(
                _pooledColumns.AsSpan(feature * _textStride), own.End.Value - feature, _textStride, columnStride: 1);
            Lanes.Run<MatrixProduct<float>, float>(new MatrixProduct<float>(
                _output.RowsFrom(first)[feature..],
                _output.Stride,
                numbers,
                columns,
                .._count,
                sums,
                _textStride,
                _scratch[worker].Packed));
            Send(sums, first, shard);
        }
    }

    /// <summary>Gives the sums of some logits over an own shard to the exchange.</summary>
    private void Send(ReadOnlySpan<float> sums, int firstRow, int shard)
    {
        int shards = FilterShards.Count(_output.Features);
        for (int text = 0; text < _count; text++)
        {
            Span<float> ofText = _ranks!.SumsOf(text);
            for (int row = 0; row < sums.Length / _textStride; row++)
                ofText[((firstRow + row) * shards) + shard] = sums[(row * _textStride) + text];
        }
    }

    private void Backward(int chunk, int worker)
    {
        // threads share whole rows of the cache; the sums of a feature don't depend on how the features are shared
        Range features = Chunks.Of(chunk, _output.Stride, _featuresAtOnce);
        (int first, int count) = features.GetOffsetAndLength(_output.Stride);
        ReadOnlySpan<int> texts = _numbers.AsSpan(0, _count);
        Span<float> products = _scratch[worker].Products;
        for (int row = 0; row < _output.Logits; row += RowsAtOnce)
        {
            int rows = Math.Min(RowsAtOnce, _output.Logits - row);
            var weights = new MatrixView<float>(_output.RowsFrom(row), rows, _output.Stride, columnStride: 1);
            Lanes.Run<MatrixProduct<float>, float>(new MatrixProduct<float>(
                _errors.AsSpan(row), _output.Logits, texts, weights, features, products, _output.Stride, _scratch[worker].Packed));
            foreach (int text in texts)
            {
                int start = (text * _output.Stride) + first;
                ReadOnlySpan<float> added = products.Slice(start, count);
                Span<float> sums = _pooledGradients.AsSpan(start, count);
                if (row == 0) added.CopyTo(sums);
                else Lanes.Run<AddScaled<float>, float>(new AddScaled<float>(1, added, sums));
            }
        }
    }

    private void SumGradients(int chunk, int worker)
    {
        Range rows = Chunks.Of(chunk, _output.Logits, RowsAtOnce);
        int first = rows.Start.Value;
        ReadOnlySpan<int> numbers = _numbers.AsSpan(0, rows.End.Value - first);
        Span<float> errors = _scratch[worker].Rows;
        for (int text = 0; text < _count; text++)
        {
            ReadOnlySpan<float> ofText = _errors.AsSpan((text * _output.Logits) + first, numbers.Length);
            for (int row = 0; row < ofText.Length; row++)
                errors[(row * _textStride) + text] = ofText[row];
        }

        Span<float> sums = _scratch[worker].Sums;
        var pooled = new MatrixView<float>(_pooled, _count, _output.Stride, columnStride: 1);
        Lanes.Run<MatrixProduct<float>, float>(new MatrixProduct<float>(
            errors, _textStride, numbers, pooled, .._output.Stride, sums, _output.Stride, _scratch[worker].Packed));
        foreach (int row in numbers)
            _visit(first + row, sums.Slice(row * _output.Stride, _output.Stride));
    }

    /// <summary>The scratch memory of a worker.</summary>
    private sealed class Scratch(int texts, int features, int depth)
    {
        /// <summary>A number of each text for some rows of V.</summary>
        public float[] Rows { get; } = new float[RowsAtOnce * texts];

        /// <summary>Sums of ∂L/∂V for some rows of V.</summary>
        public float[] Sums { get; } = new float[RowsAtOnce * features];

        /// <summary>∂L/∂h of the texts from some rows of V.</summary>
        public float[] Products { get; } = new float[texts * features];

        /// <summary>Packed columns of a matrix.</summary>
        public float[] Packed { get; } = new float[MatrixProduct<float>.PackedLength(depth)];
    }
}
