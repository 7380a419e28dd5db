using System.Collections.Immutable;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet;

/// <summary>The output as its labels see it: with a logistic output class 0 has the logit −z, so that its weights and bias are those of
/// class 1 negated.</summary>
internal sealed class LabelOutput
{
    private readonly OutputWeights<float> _weights;

    public LabelOutput(OutputWeights<float> weights)
    {
        _weights = weights;
        Biases = new PerLabel(Labels, label => weights.Bias is { } bias ? Signed(label, bias[Row(label)]) : 0);
    }

    public int Labels => _weights.Classes;

    /// <summary>The bias of each label; 0 where there are none.</summary>
    public PerLabel Biases { get; }

    /// <summary>The logit of each label.</summary>
    public ImmutableArray<double> Logits(float[] logits) =>
        [.. Enumerable.Range(0, Labels).Select(label => Signed(label, logits[Row(label)]))];

    /// <summary>v_cj.</summary>
    public double Weight(int label, int feature) => Signed(label, _weights.Row(Row(label))[feature]);

    /// <summary>v_cj for each label c.</summary>
    public PerLabel Weights(int feature) => new(Labels, label => Weight(label, feature));

    /// <summary>Σ v_cj·h_j over some features j.</summary>
    /// <param name="label">c.</param>
    /// <param name="features">The features and their h_j.</param>
    public double Contribution(int label, ReadOnlySpan<FeatureSum> features)
    {
        ReadOnlySpan<float> row = _weights.Row(Row(label));
        double sum = 0;
        foreach (FeatureSum feature in features)
            sum += row[feature.Feature] * feature.Pooled;
        return Signed(label, sum);
    }

    /// <summary>The same for each label.</summary>
    public PerLabel Contributions(FeatureSum[] features) => new(Labels, label => Contribution(label, features));

    private int Row(int label) => _weights.Function.LogitOf(label).Row;

    // 0 − x, since −x of 0 is written "-0"
    private double Signed(int label, double number) => _weights.Function.LogitOf(label).Sign < 0 ? 0 - number : number;
}
