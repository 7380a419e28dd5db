using System.Numerics;

namespace MaxPoolConvNet.Networks;

/// <summary>V and its biases, one row of weights per logit, and the function from logits to probabilities.</summary>
internal sealed class OutputWeights<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] _weights;

    public OutputWeights(OutputKind kind, int logits, int features, bool hasBias)
        : this(OutputFunctions.Of<T>(kind), logits, features, hasBias)
    {
    }

    public OutputWeights(IOutputFunction<T> function, int logits, int features, bool hasBias)
    {
        Function = function;
        Logits = logits;
        Features = features;
        Stride = AlignedArray<T>.WholeLines(features);
        if ((long)logits * Stride > Array.MaxLength)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"{logits:N0} rows × {features:N0} features of V are more than the {Array.MaxLength:N0} entries an array can have"));
        }

        _weights = new T[logits * Stride];
        Bias = hasBias ? new T[logits] : null;
    }

    public IOutputFunction<T> Function { get; }

    /// <summary>The number of classes or labels.</summary>
    public int Classes => Function.ClassesOf(Logits);

    /// <summary>The number of rows of V.</summary>
    public int Logits { get; }

    /// <summary>The number of columns of V.</summary>
    public int Features { get; }

    /// <summary>The distance in entries between two rows; entries beyond <see cref="Features"/> stay zero.</summary>
    public int Stride { get; }

    /// <summary>The biases, one per logit; null without biases.</summary>
    public T[]? Bias { get; }

    public Span<T> Row(int logit) => _weights.AsSpan(logit * Stride, Stride);

    /// <summary>All entries from a row on.</summary>
    public ReadOnlySpan<T> RowsFrom(int logit) => _weights.AsSpan(logit * Stride);

    /// <summary>Computes logits = V·h + bias; the sum over h is the sum of those over its shards (<see cref="DotProduct{T}"/>).</summary>
    public void Forward(ReadOnlySpan<T> pooled, Span<T> logits)
    {
        for (int c = 0; c < Logits; c++)
        {
            Lanes.Run<DotProduct<T>, T>(new DotProduct<T>(Row(c), pooled, ref logits[c]));
            if (Bias is not null) logits[c] += Bias[c];
        }
    }

    /// <summary>The sums of <see cref="Forward"/> before they are added up: those of each shard of h, logit by logit.</summary>
    public void ShardSums(ReadOnlySpan<T> pooled, Span<T> sums)
    {
        int shards = FilterShards.Count(Features);
        for (int c = 0; c < Logits; c++)
        {
            for (int shard = 0; shard < shards; shard++)
            {
                Range own = FilterShards.Entries(shard, Stride);
                Lanes.Run<DotProduct<T>, T>(new DotProduct<T>(Row(c)[own], pooled[own], ref sums[(c * shards) + shard]));
            }
        }
    }

    /// <summary>The backward pass of <see cref="Forward"/> for h: ∂L/∂h = Σ_c (y_c − o_c)·V_c.</summary>
    public void Backward(ReadOnlySpan<T> errors, Span<T> pooledGradients)
    {
        pooledGradients.Clear();
        for (int c = 0; c < Logits; c++)
            Lanes.Run<AddScaled<T>, T>(new AddScaled<T>(errors[c], Row(c), pooledGradients));
    }

    public OutputWeights<TOther> To<TOther>()
        where TOther : unmanaged, IBinaryFloatingPointIeee754<TOther>
    {
        var other = new OutputWeights<TOther>(Function.Kind, Logits, Features, Bias is not null);
        for (int c = 0; c < Logits; c++)
        {
            for (int j = 0; j < Features; j++)
                other.Row(c)[j] = TOther.CreateChecked(Row(c)[j]);
            if (Bias is not null) other.Bias![c] = TOther.CreateChecked(Bias[c]);
        }

        return other;
    }
}
