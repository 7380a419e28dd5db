using System.Buffers;
using System.Text.Unicode;

namespace MaxPoolConvNet.Text;

/// <summary>Collects the requested words and their vectors, and counts those it skips.</summary>
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
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _indexesBySpan;
    private readonly WordVectorRows _rows;
    private readonly float[] _skippedVector;
    private readonly SortedDictionary<WordVectorSkipReason, (long Count, long First)> _skipped = [];

    /// <param name="name">The file's name in errors.</param>
    /// <param name="unit">The unit of places in the file: line or byte.</param>
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
        _skippedVector = new float[dimension];
    }

    /// <summary>Adds a word if it is requested; skips it if it is unusable.</summary>
    /// <param name="utf8Word">The word.</param>
    /// <param name="place">Its place in the file.</param>
    /// <param name="vector">Its vector, to be filled by the caller even if the word is skipped; empty if it isn't requested.</param>
    /// <returns>True if the vector has to be filled.</returns>
    public bool TryAdd(ReadOnlySpan<byte> utf8Word, long place, out Span<float> vector)
    {
        vector = _skippedVector;
        if (utf8Word.IndexOfAnyExcept(" \t\r\n"u8) < 0) return Skip(WordVectorSkipReason.BlankWord, place);
        if (!TryDecode(utf8Word, place, out ReadOnlySpan<char> word)) return Skip(WordVectorSkipReason.InvalidUtf8, place);
        string? kept = null;
        if (_asked is { } asked && !asked.TryGetValue(word, out kept))
        {
            vector = default;
            return false;
        }

        if (_indexesBySpan.ContainsKey(word)) return Skip(WordVectorSkipReason.RepeatedWord, place);
        kept ??= word.ToString();
        _indexes.Add(kept, _words.Count);
        _words.Add(kept);
        vector = _rows.Add();
        return true;
    }

    /// <param name="count">The number of vectors in the file.</param>
    /// <param name="promised">The number in its header; null without a header.</param>
    public WordVectors ToWordVectors(long count, long? promised)
    {
        _rows.Trim();
        _words.TrimExcess();
        _indexes.TrimExcess();
        return new WordVectors(_words, _indexes, _rows)
        {
            Name = Path.GetFileName(_name) is { Length: > 0 } file ? file : _name,
            Skipped =
            [
                .. _skipped.Select(one =>
                    new SkippedWordVectors(one.Key, one.Value.Count, FormattableString.Invariant($"{_unit} {one.Value.First}"))),
            ],
            FileVectorCount = count,
            PromisedVectorCount = promised,
        };
    }

    private bool Skip(WordVectorSkipReason reason, long place)
    {
        (long count, long first) = _skipped.GetValueOrDefault(reason, (0, place));
        _skipped[reason] = (count + 1, first);
        return true;
    }

    private bool TryDecode(ReadOnlySpan<byte> word, long place, out ReadOnlySpan<char> decoded)
    {
        if (word.Length > MaximumWordLength)
            throw Error(place, $"a word of more than {MaximumWordLength} bytes, the longest that is read");
        OperationStatus status = Utf8.ToUtf16(word, _chars, out _, out int length, replaceInvalidSequences: false);
        decoded = _chars.AsSpan(0, length);
        return status == OperationStatus.Done;
    }

    private InvalidDataException Error(long place, string message) => new($"{_name}, {_unit} {place}: {message}");
}
