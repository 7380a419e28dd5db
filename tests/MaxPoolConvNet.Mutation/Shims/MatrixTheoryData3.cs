namespace Xunit;

/// <summary>xUnit v3's product of three lists.</summary>
public sealed class MatrixTheoryData<T1, T2, T3> : TheoryData<T1, T2, T3>
{
    public MatrixTheoryData(IEnumerable<T1> first, IEnumerable<T2> second, IEnumerable<T3> third)
    {
        foreach ((T1 one, T2 two, T3 three) in from one in first from two in second from three in third select (one, two, three))
            Add(one, two, three);
    }
}
