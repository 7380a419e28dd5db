using System.Collections.Immutable;

namespace MaxPoolConvNet.Text;

/// <summary>
/// Words and their vectors, all of one length: read by <see cref="WordVectorFile"/>, or given by <see cref="FromBytes"/>.
/// </summary>
/// <remarks>Words are compared ordinally. Immutable and thread-safe; looking up a word that is listed allocates nothing.</remarks>
public sealed class WordVectors
{
    internal const int MaximumDimension = 100_000;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _indexes;
    private readonly IVectorRows _rows;
    private readonly IWordComposer? _composer;

    internal WordVectors(IList<string> words, Dictionary<string, int> indexes, IVectorRows rows, IWordComposer? composer = null)
    {
        _indexes = indexes.GetAlternateLookup<ReadOnlySpan<char>>();
        _rows = rows;
        _composer = composer;
        Words = words.AsReadOnly();
    }

    private WordVectors(WordVectors own, IWordComposer composer)
    {
        _indexes = own._indexes;
        _rows = own._rows;
        _composer = composer;
        Words = own.Words;
        Name = own.Name;
        Skipped = own.Skipped;
        FileVectorCount = own.FileVectorCount;
        PromisedVectorCount = own.PromisedVectorCount;
        Scales = own.Scales;
    }

    /// <summary>Creates word vectors of 8-bit numbers. A classifier trained with them has them in 8 bits in its file, too.</summary>
    /// <param name="words">The words, the most frequent first. Copied.</param>
    /// <param name="values">For each word, one whole number from −127 to 127 per entry of its vector. Not copied; must not change.</param>
    /// <param name="scales">
    /// The scale of each entry: entry s of a vector is its whole number times scale s. From 1 to 100,000 finite numbers above 0.
    /// </param>
    /// <param name="composer">Makes the vectors of other words; <see langword="null"/> if only the given words have one.</param>
    /// <param name="name">The <see cref="Name"/> of the vectors. The default is "word vectors".</param>
    /// <exception cref="ArgumentException">
    /// A word is null, empty or given twice; a scale isn't a finite number above 0; a value is −128; or there are not as many values as
    /// words times scales.
    /// </exception>
    public static WordVectors FromBytes(
        IEnumerable<string> words,
        ReadOnlyMemory<sbyte> values,
        ReadOnlySpan<float> scales,
        IWordComposer? composer = null,
        string name = "word vectors")
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentException.ThrowIfNullOrEmpty(name);
        string[] all = [.. words];
        if (scales.Length is < 1 or > MaximumDimension)
        {
            throw new ArgumentException(
                Shown($"there are {scales.Length:N0} scales; 1 to {MaximumDimension:N0} were expected"), nameof(scales));
        }

        foreach (float scale in scales)
        {
            if (!(scale > 0 && float.IsFinite(scale)))
                throw new ArgumentException(Shown($"a scale is {scale}; a finite number above 0 was expected"), nameof(scales));
        }

        if (values.Length != (long)all.Length * scales.Length)
        {
            throw new ArgumentException(
                Shown($"there are {values.Length:N0} values; {all.Length:N0} words times {scales.Length:N0} scales were expected"),
                nameof(values));
        }

        if (values.Span.Contains(sbyte.MinValue)) throw new ArgumentException("a value is -128; -127 to 127 were expected", nameof(values));
        var indexes = new Dictionary<string, int>(all.Length, StringComparer.Ordinal);
        for (int w = 0; w < all.Length; w++)
        {
            if (string.IsNullOrEmpty(all[w]))
                throw new ArgumentException($"word {w} is {(all[w] is null ? "null" : "empty")}", nameof(words));
            if (!indexes.TryAdd(all[w], w))
                throw new ArgumentException($"word {w}, \"{all[w]}\", is word {indexes[all[w]]} already", nameof(words));
        }

        float[] own = scales.ToArray();
        return new WordVectors(all, indexes, new Int8VectorRows(values, own), composer)
        {
            Name = name,
            Scales = own,
            FileVectorCount = all.Length,
        };
    }

    /// <summary>
    /// The name of the vectors: that of the file without its folder, or the one that <see cref="FromBytes"/> was given. A model file that
    /// refers to the vectors has it (see <see cref="SaveOptions.ReferencedVectors"/>).
    /// </summary>
    public string Name { get; internal init; } = "word vectors";

    /// <summary>The length of each vector, from 1 to 100,000.</summary>
    public int Dimension => _rows.Dimension;

    /// <summary>The number of words listed; 0 if only words were requested that aren't in the file.</summary>
    public int Count => Words.Count;

    /// <summary>All words listed, in the order of the file.</summary>
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

    /// <summary>The scale of each entry of vectors in 8 bits; empty for vectors in 32 bits.</summary>
    internal float[] Scales { get; private init; } = [];

    /// <summary>Looks up a word's vector.</summary>
    /// <param name="word">The word.</param>
    /// <param name="vector">
    /// Its vector, of length <see cref="Dimension"/>, all entries finite (all zeros if the file has them so); empty if the word has none.
    /// </param>
    /// <returns>True if the word is one of <see cref="Words"/>, or if its vector could be composed.</returns>
    /// <exception cref="InvalidOperationException">The composer made a vector with an entry that isn't finite.</exception>
    public bool TryGetVector(ReadOnlySpan<char> word, out ReadOnlySpan<float> vector)
    {
        if (_indexes.TryGetValue(word, out int index))
        {
            vector = _rows.Row(index);
            return true;
        }

        float[] composed = new float[_composer is null || word.IsEmpty ? 0 : Dimension];
        bool known = composed.Length > 0 && _composer!.TryCompose(word, this, composed);
        vector = known ? composed : default;
        foreach (float entry in vector)
        {
            if (!float.IsFinite(entry))
            {
                throw new InvalidOperationException(
                    Shown($"the vector composed for \"{word.ToString()}\" has the entry {entry}; finite numbers were expected"));
            }
        }

        return known;
    }

    /// <summary>Returns whether a word is one of <see cref="Words"/>.</summary>
    /// <param name="word">The word.</param>
    public bool IsListed(ReadOnlySpan<char> word) => _indexes.ContainsKey(word);

    /// <summary>Counts the words of a vocabulary that have a vector.</summary>
    /// <param name="vocabulary">
    /// The vocabulary; its <see cref="Vocabulary.UnknownId"/>, if any, isn't counted, nor are the sub-words of a training.
    /// </param>
    public WordVectorCoverage Coverage(Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        int words = vocabulary.UnknownId ?? vocabulary.Count; // the unknown word's id is the last
        (int listed, int composed, int subwords) = (0, 0, 0);
        for (int id = 0; id < words; id++)
        {
            if (_composer is SubwordVectors && SubwordTokenizer.IsSubword(vocabulary[id])) subwords++;
            else if (IsListed(vocabulary[id])) listed++;
            else if (TryGetVector(vocabulary[id], out _)) composed++;
        }

        return new WordVectorCoverage(listed, composed, words - subwords);
    }

    /// <summary>Returns the vectors for the tokens of a tokenizer, of which words alone have some: sub-words get zeros.</summary>
    internal WordVectors For(ITokenizer tokenizer) =>
        tokenizer is SubwordTokenizer && _composer is not SubwordVectors ? new WordVectors(this, new SubwordVectors(_composer)) : this;

    /// <summary>A message, the same in every culture.</summary>
    private static string Shown(FormattableString message) => FormattableString.Invariant(message);
}
