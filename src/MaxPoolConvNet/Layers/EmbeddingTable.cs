using System.Numerics;
using System.Runtime.CompilerServices;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// The vectors of all words, one row per word: static entries first, then trained ones, then zeros up to whole cache lines.
/// </summary>
internal sealed class EmbeddingTable<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly AlignedArray<T> _entries;
    private bool[]? _isZero;

    /// <param name="words">The number of rows.</param>
    /// <param name="staticDimension">The number of entries of a row that are never trained.</param>
    /// <param name="trainedDimension">The number of entries of a row that are trained.</param>
    /// <param name="scales">The scale of each static entry, if static vectors have 8 bits; empty if they have 32.</param>
    public EmbeddingTable(int words, int staticDimension, int trainedDimension, float[] scales)
    {
        Scales = scales;
        Words = words;
        StaticDimension = staticDimension;
        TrainedDimension = trainedDimension;
        Stride = AlignedArray<T>.WholeLines(Dimension);
        CheckSize(words, Dimension);
        _entries = new AlignedArray<T>(words * Stride);
    }

    /// <exception cref="ArgumentException">The vectors have more entries than an array can hold.</exception>
    public static void CheckSize(int words, int dimension)
    {
        if ((long)words * AlignedArray<T>.WholeLines(dimension) > Array.MaxLength - AlignedArray<T>.EntriesPerLine)
            throw new ArgumentException(FormattableString.Invariant(
                $"{words:N0} word vectors of {dimension:N0} numbers are more than the {Array.MaxLength:N0} entries an array can have"));
    }

    /// <summary>The number of words that have a row.</summary>
    public int Words { get; }

    /// <summary>The number of entries, at the start of a row, that are never trained.</summary>
    public int StaticDimension { get; }

    /// <summary>
    /// Static vectors in 8 bits are whole numbers from −127 to 127 times these scales, one per static entry; empty for 32 bits.
    /// </summary>
    public float[] Scales { get; }

    /// <summary>The number of entries of a row that are trained.</summary>
    public int TrainedDimension { get; }

    /// <summary>S, the number of entries of a word's vector.</summary>
    public int Dimension => StaticDimension + TrainedDimension;

    /// <summary>The distance in entries between two rows.</summary>
    public int Stride { get; }

    /// <summary>All rows.</summary>
    public Span<T> Entries => _entries.Span;

    /// <summary>A word's row, including its zeros.</summary>
    public Span<T> Row(int word) => _entries.Span.Slice(word * Stride, Stride);

    /// <summary>Copies the vectors of some words; each row has the table's stride.</summary>
    public unsafe void LookUp(ReadOnlySpan<int> words, Span<T> vectors)
    {
        int bytes = Stride * sizeof(T);
        Prefetch.Rows((nint)Unsafe.AsPointer(ref _entries.First), bytes, bytes, words, Words);
        for (int w = 0; w < words.Length; w++)
            Row(words[w]).CopyTo(vectors[(w * Stride)..]);
    }

    /// <summary>Returns the number of words up to the last one whose vector isn't zero; all, if vectors are trained.</summary>
    public int LengthWithVectors(ReadOnlySpan<int> wordIds)
    {
        int length = wordIds.Length;
        if (TrainedDimension > 0) return length;
        bool[] isZero = _isZero ??= FindZeros();
        while (length > 0 && isZero[wordIds[length - 1]])
            length--;
        return length;
    }

    /// <summary>Returns a text without those of its last words that change no response of filters over static vectors.</summary>
    /// <param name="wordIds">The text.</param>
    /// <param name="zeros">
    /// How many words whose vector is zero stay after the last one that has another: as many as the longest window has.
    /// </param>
    public ReadOnlySpan<int> Trim(ReadOnlySpan<int> wordIds, int zeros) =>
        wordIds[..Math.Min(wordIds.Length, LengthWithVectors(wordIds) + zeros)];

    /// <summary>The trained entries of a word's row.</summary>
    public Span<T> Trained(int word) => Row(word).Slice(StaticDimension, TrainedDimension);

    /// <summary>The static entries of a word's row.</summary>
    public Span<T> Static(int word) => Row(word)[..StaticDimension];

    /// <summary>Rounds a word's static entries to 8 bits, if the table has them so.</summary>
    public void Round(int word)
    {
        Span<T> row = Static(word);
        for (int s = 0; s < Scales.Length; s++)
        {
            double number = Math.Clamp(Math.Round(double.CreateChecked(row[s]) / Scales[s]), -sbyte.MaxValue, sbyte.MaxValue);
            row[s] = T.CreateChecked((float)number * Scales[s]);
        }
    }

    public EmbeddingTable<TOther> To<TOther>()
        where TOther : unmanaged, IBinaryFloatingPointIeee754<TOther>
    {
        var other = new EmbeddingTable<TOther>(Words, StaticDimension, TrainedDimension, Scales);
        for (int word = 0; word < Words; word++)
        {
            ReadOnlySpan<T> from = Row(word)[..Dimension];
            Span<TOther> to = other.Row(word);
            for (int s = 0; s < from.Length; s++)
                to[s] = TOther.CreateChecked(from[s]);
        }

        return other;
    }

    private bool[] FindZeros()
    {
        bool[] found = new bool[Words];
        for (int word = 0; word < Words; word++)
            found[word] = !Static(word).ContainsAnyExcept(T.Zero);
        return found;
    }
}
