using System.Globalization;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>The structs in the metadata of a Parquet file: the types of their fields, by struct and id.</summary>
/// <remarks>
/// From https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift. A list is in brackets. Structs without known
/// fields aren't listed.
/// </remarks>
internal static class ParquetStructs
{
    /// <summary>The struct in the footer.</summary>
    public const string FileMetaData = nameof(FileMetaData);

    /// <summary>The struct in front of a page.</summary>
    public const string PageHeader = nameof(PageHeader);

    private const string Definitions = """
        FileMetaData 1 i32 2 [SchemaElement] 3 i64 4 [RowGroup] 5 [KeyValue] 6 binary 7 [ColumnOrder] 8 EncryptionAlgorithm 9 binary
        SchemaElement 1 i32 2 i32 3 i32 4 binary 5 i32 6 i32 7 i32 8 i32 9 i32 10 LogicalType
        LogicalType 1 Empty 2 Empty 3 Empty 4 Empty 5 DecimalType 6 Empty 7 TimeType 8 TimeType 10 IntType 11 Empty 12 Empty 13 Empty
        LogicalType 14 Empty 15 Empty 16 VariantType 17 GeographyType 18 GeographyType
        DecimalType 1 i32 2 i32
        TimeType 1 bool 2 TimeUnit
        TimeUnit 1 Empty 2 Empty 3 Empty
        IntType 1 i8 2 bool
        VariantType 1 i8
        GeographyType 1 binary 2 i32
        RowGroup 1 [ColumnChunk] 2 i64 3 i64 4 [SortingColumn] 5 i64 6 i64 7 i16
        SortingColumn 1 i32 2 bool 3 bool
        ColumnChunk 1 binary 2 i64 3 ColumnMetaData 4 i64 5 i32 6 i64 7 i32 8 ColumnCryptoMetaData 9 binary
        ColumnCryptoMetaData 1 Empty 2 EncryptionWithColumnKey
        EncryptionWithColumnKey 1 [binary] 2 binary
        ColumnMetaData 1 i32 2 [i32] 3 [binary] 4 i32 5 i64 6 i64 7 i64 8 [KeyValue] 9 i64 10 i64 11 i64 12 Statistics
        ColumnMetaData 13 [PageEncodingStats] 14 i64 15 i32 16 SizeStatistics 17 GeospatialStatistics
        Statistics 1 binary 2 binary 3 i64 4 i64 5 binary 6 binary 7 bool 8 bool
        PageEncodingStats 1 i32 2 i32 3 i32
        SizeStatistics 1 i64 2 [i64] 3 [i64]
        GeospatialStatistics 1 BoundingBox 2 [i32]
        BoundingBox 1 double 2 double 3 double 4 double 5 double 6 double 7 double 8 double
        KeyValue 1 binary 2 binary
        ColumnOrder 1 Empty
        EncryptionAlgorithm 1 AesGcm 2 AesGcm
        AesGcm 1 binary 2 binary 3 bool
        PageHeader 1 i32 2 i32 3 i32 4 i32 5 DataPageHeader 6 Empty 7 DictionaryPageHeader 8 DataPageHeaderV2
        DataPageHeader 1 i32 2 i32 3 i32 4 i32 5 Statistics
        DictionaryPageHeader 1 i32 2 i32 3 bool
        DataPageHeaderV2 1 i32 2 i32 3 i32 4 i32 5 i32 6 i32 7 bool 8 Statistics
        """;

    private static readonly Dictionary<(string Struct, int Field), string> _types = Definitions.Split('\n', StringSplitOptions.TrimEntries)
        .Select(line => line.Split(' '))
        .SelectMany(words => words[1..].Chunk(2).Select(field => ((words[0], int.Parse(field[0], CultureInfo.InvariantCulture)), field[1])))
        .ToDictionary();

    /// <summary>Returns the type of a field; null if it isn't known.</summary>
    public static string? TypeOf(string? name, int field) => name is null ? null : _types.GetValueOrDefault((name, field));
}
