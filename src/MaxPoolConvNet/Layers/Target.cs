using System.Collections.Immutable;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// What a text should be recognized as: one class (for a logistic or a softmax output), or a set of labels that apply to it (for a
/// multi-label output). Compared by value; a class and the set of that class alone are two different targets. Immutable and thread-safe.
/// </summary>
public readonly record struct Target
{
    private readonly int _class;
    private readonly ImmutableArray<int> _set;

    private Target(int classIndex) => _class = classIndex;

    private Target(ImmutableArray<int> set) => _set = set;

    /// <summary>Whether it is a set of labels, made by <see cref="OfClasses"/>.</summary>
    public bool IsSet => !_set.IsDefault;

    /// <summary>The class, counted from 0; for a logistic output the label y, 0 or 1. The default value is class 0.</summary>
    /// <exception cref="InvalidOperationException">The target is a set, of one label too: ask for <see cref="Classes"/>.</exception>
    public int Class => IsSet
        ? throw new InvalidOperationException($"the target is the set {this}; only a target made by {nameof(OfClass)} has a {nameof(Class)}")
        : _class;

    /// <summary>The classes that apply, in rising order: the one class, or those of the set, of which there may be none.</summary>
    public ImmutableArray<int> Classes => IsSet ? _set : [_class];

    /// <summary>The text is of this class. For a multi-label output: this label applies and no other.</summary>
    /// <param name="classIndex">From 0 on.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classIndex"/> is negative.</exception>
    public static Target OfClass(int classIndex)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(classIndex);
        return new Target(classIndex);
    }

    /// <summary>These labels apply to the text and no others: a target for a multi-label output.</summary>
    /// <param name="classIndices">From 0 on, all different, in any order; none for a text to which no label applies. They are copied.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentOutOfRangeException">One is negative.</exception>
    /// <exception cref="ArgumentException">One is there twice.</exception>
    public static Target OfClasses(params ReadOnlySpan<int> classIndices)
    {
        int[] set = classIndices.ToArray();
        Array.Sort(set);
        for (int i = 0; i < set.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(set[i], nameof(classIndices));
            if (i > 0 && set[i] == set[i - 1]) throw new ArgumentException($"the class {set[i]} is there twice", nameof(classIndices));
        }

        return new Target([.. set]);
    }

    /// <summary>y_c: whether a class applies.</summary>
    /// <param name="classIndex">From 0 on.</param>
    /// <returns>True if it is the target's class, or in its set.</returns>
    public bool Contains(int classIndex) => IsSet ? _set.AsSpan().BinarySearch(classIndex) >= 0 : classIndex == _class;

    /// <summary>Whether both are the same class, or sets of the same labels.</summary>
    /// <param name="other">The other target.</param>
    /// <returns>True if they are equal.</returns>
    public bool Equals(Target other) =>
        IsSet == other.IsSet && _class == other._class && _set.AsSpan().SequenceEqual(other._set.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(IsSet);
        foreach (int classIndex in Classes)
            hash.Add(classIndex);
        return hash.ToHashCode();
    }

    /// <summary>Such as "class 3", or "classes {0, 2}" for a set.</summary>
    /// <returns>The same in every culture.</returns>
    public override string ToString() => IsSet ? $"classes {{{string.Join(", ", _set)}}}" : $"class {_class}";
}
