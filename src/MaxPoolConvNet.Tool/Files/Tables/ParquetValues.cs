using Parquet;
using Parquet.Data;
using Parquet.Schema;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>The types of Parquet values that can be converted to text.</summary>
/// <remarks>Each is named, because Parquet.Net's choice by the field needs code that is generated while the program runs.</remarks>
internal static class ParquetValues
{
    private static readonly Type[] _listed =
    [
        typeof(ReadOnlyMemory<char>), typeof(string), typeof(bool), typeof(int), typeof(long), typeof(short), typeof(sbyte), typeof(byte),
    ];

    private static readonly Dictionary<Type, Func<ParquetRowGroupReader, DataField, long, ParquetData>> _readers = new()
    {
        [typeof(ReadOnlyMemory<char>)] = Read<ReadOnlyMemory<char>>,
        [typeof(string)] = Read<ReadOnlyMemory<char>>,
        [typeof(bool)] = Read<bool>,
        [typeof(sbyte)] = Read<sbyte>,
        [typeof(byte)] = Read<byte>,
        [typeof(short)] = Read<short>,
        [typeof(ushort)] = Read<ushort>,
        [typeof(int)] = Read<int>,
        [typeof(uint)] = Read<uint>,
        [typeof(long)] = Read<long>,
        [typeof(ulong)] = Read<ulong>,
        [typeof(float)] = Read<float>,
        [typeof(double)] = Read<double>,
        [typeof(decimal)] = Read<decimal>,
        [typeof(BigDecimal)] = Read<BigDecimal>,
        [typeof(DateTime)] = Read<DateTime>,
        [typeof(DateOnly)] = Read<DateOnly>,
        [typeof(TimeOnly)] = Read<TimeOnly>,
        [typeof(TimeSpan)] = Read<TimeSpan>,
        [typeof(Guid)] = Read<Guid>,
    };

    public static bool CanRead(Type type) => _readers.ContainsKey(type);

    /// <summary>Whether lists of the type can be texts or labels; lists of floating-point numbers are vectors.</summary>
    public static bool CanList(Type type) => _listed.Contains(type);

    /// <summary>Reads the values of a column in a row group.</summary>
    public static ParquetData Read(ParquetRowGroupReader group, DataField field, long count) =>
        _readers[field.ClrType](group, field, count);

    private static ParquetData Read<T>(ParquetRowGroupReader group, DataField field, long count)
        where T : struct
    {
        T[] values = new T[count];
        int[] definitions = field.MaxDefinitionLevel > 0 ? new int[count] : [];
        int[] repetitions = field.MaxRepetitionLevel > 0 ? new int[count] : [];
        group.ReadRawAsync<T>(field, values, OrNull(definitions), OrNull(repetitions)).AsTask().GetAwaiter().GetResult();
        return new ParquetData(definitions, repetitions, at => CellText.Of(values[at]));
    }

    private static Memory<int>? OrNull(int[] levels) => levels.Length > 0 ? levels.AsMemory() : default(Memory<int>?);
}
