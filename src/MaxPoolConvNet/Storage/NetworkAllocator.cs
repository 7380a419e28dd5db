using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Storage;

/// <summary>Creates a network of zeros with the sizes of a file's tensors.</summary>
/// <param name="form">The facts that the tensors don't contain.</param>
/// <param name="tensors">The tensors by name.</param>
/// <param name="vectors">The static vectors that the file refers to; null if it contains them.</param>
internal sealed class NetworkAllocator(NetworkShape form, Dictionary<string, TensorEntry> tensors, VectorReference? vectors)
{
    /// <exception cref="InvalidDataException">The sizes don't match.</exception>
    public Network<float> Create()
    {
        EmbeddingTable<float>? embedding = form.EmbeddingBanks.IsEmpty ? null : Embedding();
        Expect(vectors is null || embedding is not null, "the file refers to word vectors; its network has no filters over any");
        FilterBank<float>[] banks = [.. form.Banks.Select((_, bank) => Bank(bank))];
        FilterBank<float>[] wordBanks = banks[..form.WordBanks.Length];
        FilterBank<float>[] embeddingBanks = banks[form.WordBanks.Length..];
        foreach (FilterBank<float> bank in wordBanks)
        {
            Expect(embedding is null || bank.Table.Words <= embedding.Words, FormattableString.Invariant(
                $"the filters over one-hot words are for {bank.Table.Words} words; the embedding has {embedding?.Words}"));
        }

        foreach (FilterBank<float> bank in embeddingBanks)
        {
            Expect(bank.Table.Words == embedding!.Dimension, FormattableString.Invariant(
                $"the embedding filters are for vectors of {bank.Table.Words} numbers; the embedding has {embedding!.Dimension}"));
        }

        return new Network<float>(wordBanks, embedding, embeddingBanks, form.Activation, Output(banks.Sum(bank => bank.Table.Filters)));
    }

    private EmbeddingTable<float> Embedding()
    {
        (int Words, int Dimension)? fixedPart =
            vectors is null ? Find(ParameterNames.StaticEmbedding) : (vectors.Words, vectors.Dimension);
        (int Words, int Dimension)? trained = Find(ParameterNames.Embedding);
        int words = (fixedPart ?? trained ?? throw Missing(ParameterNames.Embedding)).Words;
        Expect((trained?.Words ?? words) == words, "the static and the trained embedding have different numbers of words");
        int scales = 0;
        if (Find(ParameterNames.StaticEmbedding + QuantizedTensors.Scale) is { } found)
        {
            scales = found.Columns;
            Expect(found == (1, fixedPart?.Dimension ?? 0), FormattableString.Invariant(
                $"there are {found.Rows} × {scales} scales of static vectors; 1 × {fixedPart?.Dimension ?? 0} were expected"));
        }

        return new EmbeddingTable<float>(words, fixedPart?.Dimension ?? 0, trained?.Dimension ?? 0, new float[scales]);
    }

    private FilterBank<float> Bank(int bank)
    {
        BankShape own = form.Banks[bank];
        string name = ParameterNames.Filters + form.Suffix(bank);
        string bias = ParameterNames.FilterBias + form.Suffix(bank);
        if (own.QuantizedWords is { } words)
        {
            QuantizedFilters quantized = Quantized(name, words, own.Width);
            return new FilterBank<float>(new FilterTable<float>(quantized), tensors.ContainsKey(bias), own.Padding);
        }

        (int rows, int filters) = Find(name) ?? throw Missing(name);
        Expect(rows % own.Width == 0, FormattableString.Invariant(
            $"'{name}' has {rows} rows; a multiple of the filters' width {own.Width} was expected"));
        return new FilterBank<float>(new FilterTable<float>(rows / own.Width, own.Width, filters), tensors.ContainsKey(bias), own.Padding);
    }

    private QuantizedFilters Quantized(string name, int words, int width)
    {
        (int one, int filters) = Find(name + QuantizedTensors.Scale) ?? throw Missing(name + QuantizedTensors.Scale);
        if (!tensors.TryGetValue(name + QuantizedTensors.Gaps, out TensorEntry? gaps)) throw Missing(name + QuantizedTensors.Gaps);
        long rows = (long)words * width;
        Expect(
            one == 1 && words > 0 && rows <= QuantizedTensors.MostRows(gaps.End - gaps.Begin, filters),
            FormattableString.Invariant($"'{name}' has {words} words, more than the bytes of its tensors can have"));
        return new QuantizedFilters(words, width, filters);
    }

    private OutputWeights<float> Output(int features)
    {
        (int logits, int weights) = Find(ParameterNames.Output) ?? throw Missing(ParameterNames.Output);
        Expect(weights == features, FormattableString.Invariant($"V has {weights} weights per row; there are {features} filters"));
        IOutputFunction<float> function = OutputFunctions.Of<float>(form.Output);
        int classes = function.ClassesOf(logits);
        Expect(
            function.ClassRange.Contains(classes) && function.LogitsOf(classes) == logits,
            FormattableString.Invariant($"V has {logits} rows, which isn't possible for a {form.Output} output"));
        return new OutputWeights<float>(function, logits, features, tensors.ContainsKey(ParameterNames.OutputBias));
    }

    /// <summary>Returns the sizes of a matrix, or null if the file doesn't have it.</summary>
    private (int Rows, int Columns)? Find(string name)
    {
        if (!tensors.TryGetValue(name, out TensorEntry? tensor)) return null;
        Expect(
            tensor.Shape is [> 0 and <= int.MaxValue, > 0 and <= int.MaxValue],
            $"'{name}' has the shape {tensor.ShownShape}; two sizes of 1 or more were expected");
        return ((int)tensor.Shape[0], (int)tensor.Shape[1]);
    }

    private static void Expect(bool holds, string otherwise)
    {
        if (!holds) throw new InvalidDataException(otherwise);
    }

    private static InvalidDataException Missing(string name) => new($"the file has no tensor '{name}'");
}
