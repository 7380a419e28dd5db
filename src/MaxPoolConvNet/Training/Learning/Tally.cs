using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>Adds up the losses and hits of texts.</summary>
internal struct Tally
{
    private double _loss;
    private int _hits;

    public int Texts { get; private set; }

    /// <summary>The mean of −L, in nats, without class weights; 0 before the first text.</summary>
    public readonly double Loss => _loss / Math.Max(1, Texts);

    /// <summary>The fraction classified correctly, with several labels the exact set; 0 before the first text.</summary>
    public readonly double Accuracy => (double)_hits / Math.Max(1, Texts);

    public static Tally operator +(Tally one, Tally other) =>
        new() { _loss = one._loss + other._loss, _hits = one._hits + other._hits, Texts = one.Texts + other.Texts };

    public void Add(IOutputFunction<float> output, ReadOnlySpan<float> logits, Target target)
    {
        _loss -= output.LogLikelihood(logits, target);
        _hits += output.IsHit(logits, target) ? 1 : 0;
        Texts++;
    }
}
