using System.Collections.Immutable;
using System.Globalization;

namespace MaxPoolConvNet.Storage;

/// <summary>The names of the entries in the metadata of a model file.</summary>
internal static class ModelMetadata
{
    public const string Format = "format";
    public const string FormatName = "MaxPoolConvNet";
    public const string FormatVersion = "formatVersion";

    /// <summary>
    /// Version 1 is that of library version 0.1. Version 2 adds the version of the tokenizer's rules, version 3 filters in 8 bits,
    /// version 4 static word vectors in 8 bits, and version 5 references to word vectors
    /// and hashes of training texts.
    /// </summary>
    public const int Version = 5;

    /// <summary>The version of files with static word vectors in 8 bits, all their own.</summary>
    public const int VersionOfQuantizedVectors = 4;

    /// <summary>The version of files with filters in 8 bits, but not word vectors.</summary>
    public const int VersionOfQuantizedFilters = 3;

    /// <summary>The version of files without numbers in 8 bits.</summary>
    public const int VersionOfFullWeights = 2;

    public const string Network = "network";
    public const string Tokenizer = "tokenizer";
    public const string UnknownWords = "unknownWords";
    public const string Vectors = "vectors";
    public const string Compaction = "compaction";
    public const string Calibration = "calibration";
    public const string Acceptance = "acceptance";
    public const string LabelCounts = "labelCounts";
    public const string Checksum = "checksum";
    public const string ChecksumKind = "crc32c:";
    public const int ChecksumDigits = 8;

    /// <summary>The prefix of the names of the user's entries.</summary>
    private const string UserPrefix = "user.";

    public static string NoChecksum => ChecksumKind + new string('0', ChecksumDigits);

    public static string Shown(Crc32C checksum) => ChecksumKind + checksum.Value.ToString("x8", null);

    public static IEnumerable<KeyValuePair<string, string>> OfUser(IReadOnlyDictionary<string, string> metadata) =>
        metadata.Select(pair => KeyValuePair.Create(UserPrefix + pair.Key, pair.Value));

    public static ImmutableSortedDictionary<string, string> ToUser(ImmutableSortedDictionary<string, string> metadata) => metadata
        .Where(pair => pair.Key.StartsWith(UserPrefix, StringComparison.Ordinal))
        .ToImmutableSortedDictionary(pair => pair.Key[UserPrefix.Length..], pair => pair.Value, StringComparer.Ordinal);

    /// <summary>Returns a required entry.</summary>
    /// <exception cref="InvalidDataException">The entry is missing.</exception>
    public static string Get(ImmutableSortedDictionary<string, string> metadata, string name) =>
        metadata.TryGetValue(name, out string? value) ? value : throw new InvalidDataException($"the metadata has no '{name}'");

    /// <summary>Checks that the file is a model file with a supported format version.</summary>
    /// <exception cref="InvalidDataException">The file isn't a model file, or its version isn't supported.</exception>
    public static void CheckFormat(ImmutableSortedDictionary<string, string> metadata)
    {
        if (!metadata.TryGetValue(Format, out string? format) || format != FormatName)
            throw new InvalidDataException($"a safetensors file, but not a model of {FormatName}");
        string version = Get(metadata, FormatVersion);
        if (!int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < 1)
            throw new InvalidDataException($"the format version is '{version}'; a whole number of 1 or more was expected");
        if (number > Version)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"the model has format version {number}; this version of the library reads 1 to {Version}; use a newer version"));
        }
    }
}
