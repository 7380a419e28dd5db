namespace Xunit;

/// <summary>xUnit v3's product of four lists.</summary>
public sealed class MatrixTheoryData<T1, T2, T3, T4> : TheoryData<T1, T2, T3, T4>
{
    public MatrixTheoryData(IEnumerable<T1> first, IEnumerable<T2> second, IEnumerable<T3> third, IEnumerable<T4> fourth)
    {
        foreach ((T1 one, T2 two) in from one in first from two in second select (one, two))
        {
            foreach ((T3 three, T4 four) in from three in third from four in fourth select (three, four))
                Add(one, two, three, four);
        }
    }
}
