using System.Collections.Immutable;

namespace MaxPoolConvNet;

/// <summary>The form of a network: sizes, padding, activation, biases, and how it begins. Checked where it is taken.</summary>
public sealed record ConvNetOptions
{
    /// <summary>k: the widths of the filters' windows, in words; each from 1 to 100, all different. The default is 1, 2 and 3; the writeup's network has one width.</summary>
    public ImmutableArray<int> Widths { get; init; } = [1, 2, 3];

    /// <summary>F: the filters of each width; from 1 to 100,000. The default is 100.</summary>
    public int FiltersPerWidth { get; init; } = 100;

    /// <summary>f, which follows the max-pool. The default is tanh.</summary>
    public Activation Activation { get; init; } = Activation.Tanh;

    /// <summary>Where windows begin. The default is wide, which lets the first and the last word stand in every position of a window.</summary>
    public Padding Padding { get; init; } = Padding.Wide;

    /// <summary>Whether filters and logits have biases. The default is true; the writeup's network has none.</summary>
    public bool Biases { get; init; } = true;

    /// <summary>σ: U and V begin with random numbers of N(0, σ²), biases with 0. From 0 to 10; the default is 0.01.</summary>
    public double InitialDeviation { get; init; } = 0.01;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    internal void Check()
    {
        if (Widths.IsDefaultOrEmpty) throw new ArgumentOutOfRangeException(nameof(Widths), "none", "at least one width was expected");
        foreach (int width in Widths)
            OptionRange.Check(width, 1, 100, nameof(Widths));
        if (Widths.Distinct().Count() < Widths.Length)
            throw new ArgumentOutOfRangeException(nameof(Widths), string.Join(", ", Widths), "the widths have to be all different");
        OptionRange.Check(FiltersPerWidth, 1, 100_000, nameof(FiltersPerWidth));
        OptionRange.Check(Activation, nameof(Activation));
        OptionRange.Check(Padding, nameof(Padding));
        OptionRange.Check(InitialDeviation, 0, 10, nameof(InitialDeviation));
    }
}
