using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Storage;

/// <summary>Makes a network of zeros, of the sizes that a file's tensors have.</summary>
/// <param name="form">What the tensors don't say.</param>
/// <param name="tensors">The tensors by name.</param>
internal sealed class NetworkAllocator(NetworkShape form, Dictionary<string, TensorEntry> tensors)
{
    /// <exception cref="InvalidDataException">Sizes don't fit each other.</exception>
    public Network<float> Create()
    {
        EmbeddingTable<float>? embedding = form.EmbeddingBanks.IsEmpty ? null : Embedding();
        FilterBank<float>[] banks = [.. form.Banks.Select((_, bank) => Bank(bank))];
        FilterBank<float>[] wordBanks = banks[..form.WordBanks.Length];
        FilterBank<float>[] embeddingBanks = banks[form.WordBanks.Length..];
        foreach (FilterBank<float> bank in wordBanks)
            Expect(bank.Table.Words == wordBanks[0].Table.Words && (embedding is null || bank.Table.Words <= embedding.Words), "the filters over words are for different numbers of words");
        foreach (FilterBank<float> bank in embeddingBanks)
            Expect(bank.Table.Words == embedding!.Dimension, FormattableString.Invariant($"filters over the embedding are for vectors of {bank.Table.Words} numbers; they have {embedding!.Dimension}"));
        return new Network<float>(wordBanks, embedding, embeddingBanks, form.Activation, Output(banks.Sum(bank => bank.Table.Filters)));
    }

    private EmbeddingTable<float> Embedding()
    {
        (int Words, int Dimension)? fixedPart = Find(ParameterNames.StaticEmbedding);
        (int Words, int Dimension)? trained = Find(ParameterNames.Embedding);
        int words = (fixedPart ?? trained ?? throw Missing(ParameterNames.Embedding)).Words;
        Expect((trained?.Words ?? words) == words, "the static and the trained part of the embedding have different numbers of words");
        return new EmbeddingTable<float>(words, fixedPart?.Dimension ?? 0, trained?.Dimension ?? 0);
    }

    private FilterBank<float> Bank(int bank)
    {
        BankShape own = form.Banks[bank];
        string name = ParameterNames.Filters + form.Suffix(bank);
        (int rows, int filters) = Find(name) ?? throw Missing(name);
        Expect(rows % own.Width == 0, FormattableString.Invariant($"'{name}' has {rows} rows, which filters of width {own.Width} don't have"));
        string bias = ParameterNames.FilterBias + form.Suffix(bank);
        return new FilterBank<float>(new FilterTable<float>(rows / own.Width, own.Width, filters), tensors.ContainsKey(bias), own.Padding);
    }

    private OutputWeights<float> Output(int features)
    {
        (int logits, int weights) = Find(ParameterNames.Output) ?? throw Missing(ParameterNames.Output);
        Expect(weights == features, FormattableString.Invariant($"V has {weights} weights a row; there are {features} filters"));
        IOutputFunction<float> function = OutputFunctions.Of<float>(form.Output);
        int classes = function.ClassesOf(logits);
        Expect(
            function.ClassRange.Contains(classes) && function.LogitsOf(classes) == logits,
            FormattableString.Invariant($"V has {logits} rows, which a {form.Output} output hasn't"));
        return new OutputWeights<float>(function, logits, features, tensors.ContainsKey(ParameterNames.OutputBias));
    }

    /// <summary>The sizes of a matrix; null where there is none.</summary>
    private (int Rows, int Columns)? Find(string name)
    {
        if (!tensors.TryGetValue(name, out TensorEntry? tensor)) return null;
        Expect(tensor.Shape is [> 0 and <= int.MaxValue, > 0 and <= int.MaxValue], $"'{name}' has the shape {tensor.ShownShape}; two sizes from 1 on were expected");
        return ((int)tensor.Shape[0], (int)tensor.Shape[1]);
    }

    private static void Expect(bool holds, string otherwise)
    {
        if (!holds) throw new InvalidDataException(otherwise);
    }

    private static InvalidDataException Missing(string name) => new($"there is no tensor '{name}'");
}
