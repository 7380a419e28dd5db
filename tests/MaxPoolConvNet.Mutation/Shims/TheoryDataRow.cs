namespace Xunit;

/// <summary>xUnit v3's row of a theory.</summary>
/// <remarks>Rows with a trait are the slow ones, which mutation testing leaves out.</remarks>
internal sealed class TheoryDataRow<T1, T2, T3, T4>(T1 first, T2 second, T3 third, T4 fourth)
{
    private bool _hasTrait;

    public static implicit operator object?[](TheoryDataRow<T1, T2, T3, T4> row) => row._hasTrait ? [] : row.Fields;

    private object?[] Fields => [first, second, third, fourth];

    public TheoryDataRow<T1, T2, T3, T4> WithTrait(string name, string value)
    {
        _hasTrait = name == "Category" && value == "Slow";
        return this;
    }
}
