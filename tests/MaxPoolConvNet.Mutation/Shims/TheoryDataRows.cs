namespace Xunit;

/// <summary>Lets rows be elements of a collection expression, as in xUnit v3.</summary>
internal static class TheoryDataRows
{
    public static void Add<T1, T2, T3, T4>(this TheoryData<T1, T2, T3, T4> rows, object?[] row)
    {
        if (row.Length > 0) rows.Add((T1)row[0]!, (T2)row[1]!, (T3)row[2]!, (T4)row[3]!);
    }
}
