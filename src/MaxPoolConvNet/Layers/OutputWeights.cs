using System.Numerics;

namespace MaxPoolConvNet;

/// <summary>V and its biases: a row of weights for each logit.</summary>
internal sealed class OutputWeights<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] _weights;

    public OutputWeights(int logits, int features, bool hasBias)
    {
        Logits = logits;
        Features = features;
        Stride = AlignedArray<T>.WholeLines(features);
        _weights = new T[checked(logits * Stride)];
        Bias = hasBias ? new T[logits] : null;
    }

    /// <summary>Rows of V.</summary>
    public int Logits { get; }

    /// <summary>Columns of V.</summary>
    public int Features { get; }

    /// <summary>Entries from a row to the next; those beyond <see cref="Features"/> stay zero.</summary>
    public int Stride { get; }

    /// <summary>One a logit; null where there are no biases.</summary>
    public T[]? Bias { get; }

    public Span<T> Row(int logit) => _weights.AsSpan(logit * Stride, Stride);

    /// <summary>logits = V·h + bias.</summary>
    public void Forward(ReadOnlySpan<T> pooled, Span<T> logits)
    {
        for (int c = 0; c < Logits; c++)
        {
            Lanes.Run<DotProduct<T>, T>(new DotProduct<T>(Row(c), pooled, ref logits[c]));
            if (Bias is not null) logits[c] += Bias[c];
        }
    }

    /// <summary>Backward of <see cref="Forward"/> towards h: ∂L/∂h = Σ_c (y_c − o_c)·V_c.</summary>
    public void Backward(ReadOnlySpan<T> errors, Span<T> pooledGradients)
    {
        pooledGradients.Clear();
        for (int c = 0; c < Logits; c++)
            Lanes.Run<AddScaled<T>, T>(new AddScaled<T>(errors[c], Row(c), pooledGradients));
    }

    public OutputWeights<TOther> To<TOther>()
        where TOther : unmanaged, IBinaryFloatingPointIeee754<TOther>
    {
        var other = new OutputWeights<TOther>(Logits, Features, Bias is not null);
        for (int c = 0; c < Logits; c++)
        {
            for (int j = 0; j < Features; j++)
                other.Row(c)[j] = TOther.CreateChecked(Row(c)[j]);
            if (Bias is not null) other.Bias![c] = TOther.CreateChecked(Bias[c]);
        }

        return other;
    }
}
