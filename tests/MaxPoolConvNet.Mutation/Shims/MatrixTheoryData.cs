namespace Xunit;

/// <summary>xUnit v3's product of two lists.</summary>
public sealed class MatrixTheoryData<T1, T2> : TheoryData<T1, T2>
{
    public MatrixTheoryData(IEnumerable<T1> first, IEnumerable<T2> second)
    {
        foreach ((T1 one, T2 two) in from one in first from two in second select (one, two))
            Add(one, two);
    }
}
