using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Text;

/// <summary>Counts the occurrences of words.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class WordCounts
{
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>The words, in no particular order.</summary>
    public IReadOnlyCollection<string> Words => _counts.Keys;

    /// <summary>Counts an occurrence.</summary>
    public void Add(ReadOnlySpan<char> word) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_counts.GetAlternateLookup<ReadOnlySpan<char>>(), word, out _)++;

    /// <summary>Returns the words with at least this many occurrences, and their counts, in no particular order.</summary>
    public IEnumerable<KeyValuePair<string, long>> AtLeast(int minimum) => _counts.Where(word => word.Value >= minimum);

    /// <summary>Orders words by descending count, then in ordinal order.</summary>
    public static List<string> Ordered(IEnumerable<KeyValuePair<string, long>> counts)
    {
        List<KeyValuePair<string, long>> words = [.. counts];
        words.Sort(static (one, other) =>
        {
            int byCount = other.Value.CompareTo(one.Value);
            return byCount != 0 ? byCount : string.CompareOrdinal(one.Key, other.Key);
        });
        return words.ConvertAll(word => word.Key);
    }
}
