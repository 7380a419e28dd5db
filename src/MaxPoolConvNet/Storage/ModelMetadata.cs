using System.Collections.Immutable;
using System.Globalization;

namespace MaxPoolConvNet.Storage;

/// <summary>The names of what stands in the metadata of a model file.</summary>
internal static class ModelMetadata
{
    public const string Format = "format";
    public const string FormatName = "MaxPoolConvNet";
    public const string FormatVersion = "formatVersion";

    /// <summary>1: that of version 0.1. 2: the tokenizer has a version of its rules.</summary>
    public const int Version = 2;

    public const string Network = "network";
    public const string Tokenizer = "tokenizer";
    public const string UnknownWords = "unknownWords";
    public const string Checksum = "checksum";
    public const string ChecksumKind = "crc32c:";
    public const int ChecksumDigits = 8;

    /// <summary>Before the names of the caller's own.</summary>
    private const string UserPrefix = "user.";

    public static string NoChecksum => ChecksumKind + new string('0', ChecksumDigits);

    public static string Shown(Crc32C checksum) => ChecksumKind + checksum.Value.ToString("x8", null);

    public static IEnumerable<KeyValuePair<string, string>> OfUser(IReadOnlyDictionary<string, string> metadata) =>
        metadata.Select(pair => KeyValuePair.Create(UserPrefix + pair.Key, pair.Value));

    public static ImmutableSortedDictionary<string, string> ToUser(ImmutableSortedDictionary<string, string> metadata) => metadata
        .Where(pair => pair.Key.StartsWith(UserPrefix, StringComparison.Ordinal))
        .ToImmutableSortedDictionary(pair => pair.Key[UserPrefix.Length..], pair => pair.Value, StringComparer.Ordinal);

    /// <summary>An entry that has to be there.</summary>
    /// <exception cref="InvalidDataException">It isn't.</exception>
    public static string Get(ImmutableSortedDictionary<string, string> metadata, string name) =>
        metadata.TryGetValue(name, out string? value) ? value : throw new InvalidDataException($"there is no '{name}' in the metadata");

    /// <summary>Whether it is a model file, and of a version that is known here.</summary>
    /// <exception cref="InvalidDataException">It isn't.</exception>
    public static void CheckFormat(ImmutableSortedDictionary<string, string> metadata)
    {
        if (!metadata.TryGetValue(Format, out string? format) || format != FormatName)
            throw new InvalidDataException($"a safetensors file, but no model of {FormatName}");
        string version = Get(metadata, FormatVersion);
        if (!int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < 1)
            throw new InvalidDataException($"the format version is '{version}'; a number from 1 on was expected");
        if (number > Version)
            throw new InvalidDataException(FormattableString.Invariant($"a model of format version {number}; this version of the library reads versions 1 to {Version}, a newer one reads it"));
    }
}
