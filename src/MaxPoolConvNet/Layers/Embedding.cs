using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.Networks;

/// <summary>The embedding: a vector of S entries for each word of the vocabulary.</summary>
/// <remarks>
/// <para>
/// The first entries of a vector are static (given and never changed), the remaining ones are trained. Only trained entries make a
/// trained embedding, only static ones a static embedding; both make Kim's (2014) two channels: a word's static vector followed by its
/// trained one.
/// </para>
/// <para>Reading (Forward, Backward) is thread-safe; setting parameters requires exclusive access to the layer.</para>
/// </remarks>
public sealed class Embedding
{
    /// <summary>Creates the layer from its vectors.</summary>
    /// <param name="staticVectors">Words × static entries, which aren't parameters; <see langword="null"/> for none. Copied.</param>
    /// <param name="trainedVectors">Words × trained entries; <see langword="null"/> for none. Copied.</param>
    /// <exception cref="ArgumentException">
    /// Both are null or empty, their numbers of words differ, or an entry is NaN or infinite.
    /// </exception>
    public Embedding(Matrix<double>? staticVectors, Matrix<double>? trainedVectors)
        : this(CreateTable(staticVectors, trainedVectors))
    {
        for (int word = 0; word < VocabularySize; word++)
        {
            Fill(Table.Static(word), staticVectors, word, "static vectors");
            Fill(Table.Trained(word), trainedVectors, word, ParameterNames.Embedding);
        }
    }

    internal Embedding(EmbeddingTable<double> table) => Table = table;

    /// <summary>The number of words with a vector; their ids are below it.</summary>
    public int VocabularySize => Table.Words;

    /// <summary>S, the number of entries of a word's vector, static and trained.</summary>
    public int Dimension => Table.Dimension;

    /// <summary>The number of entries, at the start of each vector, that are never trained.</summary>
    public int StaticDimension => Table.StaticDimension;

    /// <summary>The number of entries, at the end of each vector, that are trained.</summary>
    public int TrainedDimension => Table.TrainedDimension;

    /// <summary>The layer's parameters: "embedding" (words × trained entries); none for a static embedding.</summary>
    /// <remarks>It is a view: reading and setting it reads and sets the layer's own numbers.</remarks>
    public IReadOnlyList<Parameter> Parameters => TrainedDimension == 0
        ? []
        :
        [
            new Parameter(
                ParameterNames.Embedding, VocabularySize, TrainedDimension, Table.Trained, text => text.WordIds.Distinct().Order()),
        ];

    internal EmbeddingTable<double> Table { get; }

    /// <summary>Looks up the vector of each word of a text.</summary>
    /// <param name="text">Word ids below the vocabulary size.</param>
    /// <returns>The text as word vectors, n × S.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentException">The text consists of vectors already, or an id is outside the vocabulary.</exception>
    public TextInput Forward(TextInput text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.HasWordVectors)
            throw new ArgumentException("the text's words are vectors already; an embedding takes word ids", nameof(text));
        text.CheckIds(VocabularySize);
        double[] vectors = new double[text.WordCount * Dimension];
        for (int at = 0; at < text.WordCount; at++)
            Table.Row(text.WordIds[at])[..Dimension].CopyTo(vectors.AsSpan(at * Dimension));
        return TextInput.OfVectors(vectors, text.WordCount, Dimension);
    }

    /// <summary>Copies the vector of a word: its static entries, then its trained ones.</summary>
    /// <param name="word">The word's id, below the vocabulary size.</param>
    /// <param name="destination">Receives the vector; at least S long.</param>
    /// <exception cref="ArgumentOutOfRangeException">No word has the id.</exception>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is too short.</exception>
    public void CopyVector(int word, Span<double> destination)
    {
        if ((uint)word >= (uint)VocabularySize)
            throw new ArgumentOutOfRangeException(nameof(word), word, $"the embedding has {VocabularySize} words, from 0");
        if (destination.Length < Dimension)
            throw new ArgumentException($"vectors have {Dimension} entries; the destination has {destination.Length}", nameof(destination));
        Table.Row(word)[..Dimension].CopyTo(destination);
    }

    /// <summary>
    /// Computes ∂L/∂E for the trained entries E: row w is the sum of ∂L/∂x over the occurrences of word w. Changes nothing.
    /// </summary>
    /// <param name="text">The argument of <see cref="Forward"/>.</param>
    /// <param name="vectorGradient">∂L/∂x, n × S, as <see cref="ConvFilterLayer.Backward"/> returns it.</param>
    /// <returns>
    /// A sparse matrix, words × trained entries: rows of words that don't occur in the text are 0. <see langword="null"/> for a static
    /// embedding.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="vectorGradient"/> isn't n × S, or <see cref="Forward"/> doesn't accept the text.
    /// </exception>
    public Matrix<double>? Backward(TextInput text, Matrix<double> vectorGradient)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(vectorGradient);
        if (text.HasWordVectors)
            throw new ArgumentException("the text's words are vectors already; an embedding takes word ids", nameof(text));
        text.CheckIds(VocabularySize);
        if ((vectorGradient.RowCount, vectorGradient.ColumnCount) != (text.WordCount, Dimension))
        {
            throw new ArgumentException(
                $"∂L/∂x is {vectorGradient.RowCount} × {vectorGradient.ColumnCount}; "
                + $"the text's word vectors are {text.WordCount} × {Dimension}",
                nameof(vectorGradient));
        }

        if (TrainedDimension == 0) return null;
        var rows = new SortedDictionary<int, double[]>();
        for (int at = 0; at < text.WordCount; at++)
        {
            if (!rows.TryGetValue(text.WordIds[at], out double[]? row)) rows.Add(text.WordIds[at], row = new double[TrainedDimension]);
            for (int s = 0; s < row.Length; s++)
                row[s] += vectorGradient[at, StaticDimension + s];
        }

        return Matrix<double>.Build.SparseOfIndexed(
            VocabularySize,
            TrainedDimension,
            rows.SelectMany(row => row.Value.Select((entry, s) => (row.Key, s, entry)).Where(entry => entry.entry != 0)));
    }

    private static EmbeddingTable<double> CreateTable(Matrix<double>? staticVectors, Matrix<double>? trainedVectors)
    {
        Matrix<double> vectors = staticVectors ?? trainedVectors
            ?? throw new ArgumentException("there are neither static nor trained vectors");
        if (staticVectors is not null && trainedVectors is not null && staticVectors.RowCount != trainedVectors.RowCount)
        {
            throw new ArgumentException(
                $"there are {staticVectors.RowCount} static and {trainedVectors.RowCount} trained vectors; "
                + "one of each for every word was expected");
        }

        if ((staticVectors?.ColumnCount ?? 0) + (trainedVectors?.ColumnCount ?? 0) == 0 || vectors.RowCount == 0)
            throw new ArgumentException("the vectors are empty; at least a word and an entry were expected");
        return new EmbeddingTable<double>(
            vectors.RowCount, staticVectors?.ColumnCount ?? 0, trainedVectors?.ColumnCount ?? 0, scales: []);
    }

    private static void Fill(Span<double> row, Matrix<double>? vectors, int word, string name)
    {
        for (int s = 0; s < row.Length; s++)
        {
            Finite.Check(vectors![word, s], name, word, s);
            row[s] = vectors[word, s];
        }
    }
}
