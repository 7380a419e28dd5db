using System.Collections.Immutable;

namespace MaxPoolConvNet.Networks;

/// <summary>The correct classification of a text: one class, or a set of labels that apply to it. Immutable and thread-safe.</summary>
/// <remarks>
/// One class for a logistic or a softmax output, a set for a multi-label output. Compared by value; a class and the set that contains only
/// that class are different targets.
/// </remarks>
public readonly record struct Target
{
    private readonly int _class;
    private readonly ImmutableArray<int> _set;

    private Target(int classIndex) => _class = classIndex;

    private Target(ImmutableArray<int> set) => _set = set;

    /// <summary>Whether the target is a set of labels, created by <see cref="OfClasses"/>.</summary>
    public bool IsSet => !_set.IsDefault;

    /// <summary>The class, counted from 0; for a logistic output, the label y, 0 or 1. The default value is class 0.</summary>
    /// <exception cref="InvalidOperationException">The target is a set, even of one label: use <see cref="Classes"/>.</exception>
    public int Class => IsSet
        ? throw new InvalidOperationException(
            $"the target is the set {this}; only a target made by {nameof(OfClass)} has a {nameof(Class)}")
        : _class;

    /// <summary>The classes that apply, in ascending order: the one class, or those of the set, which may be empty.</summary>
    public ImmutableArray<int> Classes => IsSet ? _set : [_class];

    /// <summary>Creates the target of a text of this class. For a multi-label output: only this label applies.</summary>
    /// <param name="classIndex">The class, from 0.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classIndex"/> is negative.</exception>
    public static Target OfClass(int classIndex)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(classIndex);
        return new Target(classIndex);
    }

    /// <summary>Creates the target of a text to which exactly these labels apply, for a multi-label output.</summary>
    /// <param name="classIndices">The labels, from 0, all different, in any order; none if no label applies. Copied.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A label is negative.</exception>
    /// <exception cref="ArgumentException">A label occurs twice.</exception>
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

    /// <summary>y_c: returns whether a class applies.</summary>
    /// <param name="classIndex">The class, from 0.</param>
    /// <returns>True if it is the target's class or in its set.</returns>
    public bool Contains(int classIndex) => IsSet ? _set.AsSpan().BinarySearch(classIndex) >= 0 : classIndex == _class;

    /// <summary>Returns whether both are the same class, or sets of the same labels.</summary>
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

    /// <summary>Returns text such as "class 3", or "classes {0, 2}" for a set.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => IsSet ? $"classes {{{string.Join(", ", _set)}}}" : $"class {_class}";
}
