namespace MaxPoolConvNet;

/// <summary>What a text should be recognized as. A value without state beside it; safe from any thread.</summary>
public readonly record struct Target
{
    private Target(int classIndex) => Class = classIndex;

    /// <summary>The class, counted from 0; for a logistic output the label y, 0 or 1. The default value is class 0.</summary>
    public int Class { get; }

    /// <summary>The text is of this class.</summary>
    /// <param name="classIndex">From 0 on.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classIndex"/> is negative.</exception>
    public static Target OfClass(int classIndex)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(classIndex);
        return new Target(classIndex);
    }

    /// <inheritdoc/>
    public override string ToString() => $"class {Class}";
}
