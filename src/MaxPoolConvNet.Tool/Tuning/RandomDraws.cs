namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>Random numbers one after the other; the same seed gives the same ones.</summary>
internal sealed class RandomDraws(ulong seed)
{
    private readonly CounterRandom _random = new(seed);
    private ulong _drawn;

    /// <summary>A number from the first up to less than the second.</summary>
    public double Between(double low, double high) => low + ((high - low) * _random.Uniform(_drawn++));

    /// <summary>A number whose logarithm is as likely anywhere.</summary>
    public double LogBetween(double low, double high) => Math.Exp(Between(Math.Log(low), Math.Log(high)));

    public int Below(int bound) => _random.Below(bound, _drawn++);

    public T OneOf<T>(IReadOnlyList<T> values) => values[Below(values.Count)];
}
