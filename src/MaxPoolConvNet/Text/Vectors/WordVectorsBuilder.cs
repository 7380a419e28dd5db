using System.Buffers;
using System.Text.Unicode;

namespace MaxPoolConvNet.Text;

/// <summary>Collects the words asked for and their vectors, and knows where in the file each word stands.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class WordVectorsBuilder
{
    /// <summary>The longest word that is read, in bytes.</summary>
    public const int MaximumWordLength = 1 << 14;

    private readonly string _name;
    private readonly string _unit;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>>? _asked;
    private readonly char[] _chars = new char[MaximumWordLength];
    private readonly List<string> _words = [];
    private readonly List<long> _places = [];
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _indexesBySpan;
    private readonly WordVectorRows _rows;

    /// <param name="name">What errors call the file.</param>
    /// <param name="unit">What places in the file are counted in: line or byte.</param>
    /// <param name="dimension">The length of the vectors.</param>
    /// <param name="asked">The words to keep; null for all.</param>
    public WordVectorsBuilder(string name, string unit, int dimension, IReadOnlyCollection<string>? asked)
    {
        _name = name;
        _unit = unit;
        _asked = asked is null
            ? null
            : new HashSet<string>(asked, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _indexesBySpan = _indexes.GetAlternateLookup<ReadOnlySpan<char>>();
        _rows = new WordVectorRows(dimension);
    }

    /// <summary>Adds a word if it is asked for.</summary>
    /// <param name="utf8Word">The word, not empty.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="vector">Its vector, to be filled by the caller; empty if the word isn't asked for.</param>
    /// <returns>Whether the word is asked for.</returns>
    public bool TryAdd(ReadOnlySpan<byte> utf8Word, long place, out Span<float> vector)
    {
        ReadOnlySpan<char> word = Decode(utf8Word, place);
        vector = default;
        string? kept = null;
        if (_asked is { } asked && !asked.TryGetValue(word, out kept))
            return false;
        if (_indexesBySpan.TryGetValue(word, out int first))
            throw Error(place, $"the word \"{word}\" again, first in {_unit} {_places[first]}");
        kept ??= word.ToString();
        _indexes.Add(kept, _words.Count);
        _words.Add(kept);
        _places.Add(place);
        vector = _rows.Add();
        return true;
    }

    public WordVectors ToWordVectors()
    {
        _rows.Trim();
        _words.TrimExcess();
        _indexes.TrimExcess();
        return new WordVectors(_words, _indexes, _rows);
    }

    private ReadOnlySpan<char> Decode(ReadOnlySpan<byte> word, long place)
    {
        if (word.Length > MaximumWordLength)
            throw Error(place, $"a word of more than {MaximumWordLength} bytes, the longest that is read");
        OperationStatus status = Utf8.ToUtf16(word, _chars, out int read, out int length, replaceInvalidSequences: false);
        return status == OperationStatus.Done
            ? _chars.AsSpan(0, length)
            : throw Error(place, $"the byte 0x{word[read]:X2}, number {read + 1} of the word, is not UTF-8");
    }

    private InvalidDataException Error(long place, string message) => new($"{_name}, {_unit} {place}: {message}");
}
