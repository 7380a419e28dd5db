using Parquet.Data;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>The types of Parquet values that can be converted to text.</summary>
internal static class ParquetValues
{
    private static readonly Type[] _listed =
    [
        typeof(ReadOnlyMemory<char>), typeof(string), typeof(bool), typeof(int), typeof(long), typeof(short), typeof(sbyte), typeof(byte),
    ];

    private static readonly Type[] _others =
    [
        typeof(ushort), typeof(uint), typeof(ulong), typeof(float), typeof(double), typeof(decimal), typeof(BigDecimal),
        typeof(DateTime), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan), typeof(Guid),
    ];

    public static bool CanRead(Type type) => CanList(type) || _others.Contains(type);

    /// <summary>Whether lists of the type can be texts or labels; lists of floating-point numbers are vectors.</summary>
    public static bool CanList(Type type) => _listed.Contains(type);

    /// <summary>Returns a function from the number of a value to its text; nulls aren't counted.</summary>
    public static Func<int, string> Writer(RawColumnData data) => data switch
    {
        RawColumnData<ReadOnlyMemory<char>> texts => at => texts.Values[at].ToString(),
        RawColumnData<bool> of => Writer(of),
        RawColumnData<sbyte> of => Writer(of),
        RawColumnData<byte> of => Writer(of),
        RawColumnData<short> of => Writer(of),
        RawColumnData<ushort> of => Writer(of),
        RawColumnData<int> of => Writer(of),
        RawColumnData<uint> of => Writer(of),
        RawColumnData<long> of => Writer(of),
        RawColumnData<ulong> of => Writer(of),
        RawColumnData<float> of => Writer(of),
        RawColumnData<double> of => Writer(of),
        RawColumnData<decimal> of => Writer(of),
        RawColumnData<BigDecimal> of => Writer(of),
        RawColumnData<DateTime> of => Writer(of),
        RawColumnData<DateOnly> of => Writer(of),
        RawColumnData<TimeOnly> of => Writer(of),
        RawColumnData<TimeSpan> of => Writer(of),
        RawColumnData<Guid> of => Writer(of),
        _ => throw new NotSupportedException($"{data.GetType()}"),
    };

    private static Func<int, string> Writer<T>(RawColumnData<T> data)
        where T : struct => at => CellText.Of(data.Values[at]);
}
