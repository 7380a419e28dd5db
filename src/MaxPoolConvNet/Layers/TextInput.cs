using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.Networks;

/// <summary>The input of a model for one text: word ids (one-hot words) or one vector per word. Immutable and thread-safe.</summary>
public sealed class TextInput
{
    private readonly double[]? _wordVectors;

    private TextInput(ImmutableArray<int> wordIds) => WordIds = wordIds;

    private TextInput(double[] wordVectors, int words, int wordSize)
    {
        _wordVectors = wordVectors;
        WordIds = [.. Enumerable.Range(0, words)];
        WordSize = wordSize;
    }

    /// <summary>n, the number of words; 0 for an empty text.</summary>
    public int WordCount => WordIds.Length;

    /// <summary>Whether the words are given as vectors instead of ids.</summary>
    public bool HasWordVectors => _wordVectors is not null;

    /// <summary>The ids, each the index of its word in a vocabulary; for word vectors, the numbers 0 … n − 1.</summary>
    public ImmutableArray<int> WordIds { get; }

    /// <summary>S, the number of entries of each word vector; <see langword="null"/> for ids.</summary>
    public int? WordSize { get; }

    /// <summary>All word vectors, one after the other.</summary>
    internal ReadOnlySpan<double> WordVectors => _wordVectors;

    /// <summary>Creates a text of one-hot words: x_w is 1 at the word's id, else 0.</summary>
    /// <param name="wordIds">The ids in the order of the text, each at least 0; empty for an empty text. Copied.</param>
    /// <returns>The input.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An id is negative.</exception>
    public static TextInput FromWordIds(params ReadOnlySpan<int> wordIds)
    {
        for (int at = 0; at < wordIds.Length; at++)
        {
            if (wordIds[at] < 0)
                throw new ArgumentOutOfRangeException(
                    nameof(wordIds), wordIds[at], $"the word at position {at} has the id {wordIds[at]}; ids begin at 0");
        }

        return new TextInput([.. wordIds]);
    }

    /// <summary>Creates a text of words given as vectors.</summary>
    /// <param name="wordVectors">n × S, one row per word. Copied.</param>
    /// <returns>The input.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="wordVectors"/> is null.</exception>
    /// <exception cref="ArgumentException">An entry is NaN or infinite.</exception>
    public static TextInput FromWordVectors(Matrix<double> wordVectors)
    {
        ArgumentNullException.ThrowIfNull(wordVectors);
        double[] rows = wordVectors.ToRowMajorArray();
        Finite.Check(rows, "word vectors", wordVectors.ColumnCount);
        return new TextInput(rows, wordVectors.RowCount, wordVectors.ColumnCount);
    }

    /// <summary>A text of finite word vectors, one after the other, which are not copied.</summary>
    internal static TextInput OfVectors(double[] wordVectors, int words, int wordSize) => new(wordVectors, words, wordSize);

    /// <exception cref="ArgumentException">An id is outside the vocabulary.</exception>
    internal void CheckIds(int vocabularySize)
    {
        for (int at = 0; at < WordCount; at++)
        {
            if (WordIds[at] >= vocabularySize)
                throw new ArgumentException(
                    $"the word at position {at} has the id {WordIds[at]}, outside the vocabulary of {vocabularySize} words");
        }
    }
}
