using System.Collections.Immutable;

namespace MaxPoolConvNet.Networks;

/// <summary>The pass of a <see cref="ConvNet"/>: wraps the fused pass; its public arrays are created on first access.</summary>
internal sealed class ConvNetPass(
    ConvNet model, TextInput text, TextInput? embedded, FilterTable<double>[] tables, TextPass<double> fused) : ForwardPass
{
    public ConvNet Model => model;

    public TextInput Text => text;

    /// <summary>The text as the embedding's vectors; null without an embedding.</summary>
    public TextInput? Embedded => embedded;

    /// <summary>The tables that the text ran on, one per width.</summary>
    public FilterTable<double>[] Tables => tables;

    public TextPass<double> Fused => fused;

    public override ImmutableArray<double> Logits => [.. fused.Logits];

    public override ImmutableArray<double> Probabilities => model.Output.Probabilities(fused.Logits);

    public override ImmutableArray<double> Pooled => [.. fused.Pooled[..model.FeatureCount]];

    public override ImmutableArray<int> Winners
    {
        get
        {
            var winners = ImmutableArray.CreateBuilder<int>(model.FeatureCount);
            foreach (ConvFilterLayer layer in model.Filters.Concat(model.EmbeddingFilters))
            {
                foreach (double window in fused.WinnersFrom(winners.Count)[..layer.FilterCount])
                    winners.Add((int)window - layer.Padding.Before(layer.Width));
            }

            return winners.MoveToImmutable();
        }
    }

    public override double LogLikelihood(Target target) => model.Output.LogLikelihood(fused.Logits, target);

    public override bool IsOnSamePieceAs(ForwardPass other)
    {
        if (other is not ConvNetPass { Fused: var otherFused } || otherFused.Pooled.Length != fused.Pooled.Length)
            return base.IsOnSamePieceAs(other);
        if (!fused.WinnersFrom(0).SequenceEqual(otherFused.WinnersFrom(0))) return false;
        return model.Pool.Activation.IsSmoothBetween<double>(fused.Activated, otherFused.Activated);
    }
}
