using System.Collections.Immutable;

namespace MaxPoolConvNet.Text;

/// <summary>Words and their vectors, all of one length, as <see cref="WordVectorFile"/> reads them.</summary>
/// <remarks>Words are compared ordinally. Immutable and thread-safe; looking up a word allocates nothing.</remarks>
public sealed class WordVectors
{
    internal const int MaximumDimension = 100_000;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _indexes;
    private readonly WordVectorRows _rows;

    internal WordVectors(List<string> words, Dictionary<string, int> indexes, WordVectorRows rows)
    {
        _indexes = indexes.GetAlternateLookup<ReadOnlySpan<char>>();
        _rows = rows;
        Words = words.AsReadOnly();
    }

    /// <summary>The length of each vector, from 1 to 100,000.</summary>
    public int Dimension => _rows.Dimension;

    /// <summary>The number of words; 0 if only words were requested that aren't in the file.</summary>
    public int Count => Words.Count;

    /// <summary>All words, in the order of the file.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The vectors that were skipped when the file was read, by reason; empty if all could be used.</summary>
    public ImmutableArray<SkippedWordVectors> Skipped { get; internal init; } = [];

    /// <summary>The number of vectors in the file: those kept, those not requested, and those skipped.</summary>
    public long FileVectorCount { get; internal init; }

    /// <summary>
    /// The number of vectors that the file's header promises, which may differ from <see cref="FileVectorCount"/>; <see langword="null"/>
    /// without a header.
    /// </summary>
    public long? PromisedVectorCount { get; internal init; }

    /// <summary>Looks up a word's vector.</summary>
    /// <param name="word">The word.</param>
    /// <param name="vector">
    /// Its vector, of length <see cref="Dimension"/>, all entries finite (all zeros if the file has them so); empty if the word has none.
    /// </param>
    /// <returns>True if the word is one of <see cref="Words"/>.</returns>
    public bool TryGetVector(ReadOnlySpan<char> word, out ReadOnlySpan<float> vector)
    {
        bool known = _indexes.TryGetValue(word, out int index);
        vector = known ? _rows[index] : default;
        return known;
    }

    /// <summary>Counts the words of a vocabulary that have a vector.</summary>
    /// <param name="vocabulary">The vocabulary; its <see cref="Vocabulary.UnknownId"/>, if any, isn't counted.</param>
    public WordVectorCoverage Coverage(Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        int words = vocabulary.UnknownId ?? vocabulary.Count; // the unknown word's id is the last
        int covered = 0;
        for (int id = 0; id < words; id++)
        {
            if (_indexes.ContainsKey(vocabulary[id]))
                covered++;
        }
        return new WordVectorCoverage(covered, words);
    }
}
