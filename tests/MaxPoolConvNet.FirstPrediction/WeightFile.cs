using System.Runtime.InteropServices;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.FirstPrediction;

/// <summary>
/// The vocabulary and the bare weights of a network of Kim's form: what any model file of it has to bring into memory. Only for this
/// measurement: nothing is checked.
/// </summary>
internal static class WeightFile
{
    public static void Write(string path, TextClassifier classifier)
    {
        Network<float> network = classifier.ToConvNet().InPrecision<float>();
        using var file = new BinaryWriter(File.Create(path));
        file.Write(classifier.Vocabulary.Count);
        foreach (string word in classifier.Vocabulary.Words)
            file.Write(word);
        ForEachBlock(network, block => file.Write(MemoryMarshal.AsBytes(block)));
    }

    public static TextClassifier Read(string path, ConvNetOptions options)
    {
        using var file = new BinaryReader(new BufferedStream(File.OpenRead(path), 1 << 16));
        string[] words = new string[file.ReadInt32()];
        for (int word = 0; word < words.Length; word++)
            words[word] = file.ReadString();
        Network<float> network = Empty(words.Length, options);
        ForEachBlock(network, block => file.BaseStream.ReadExactly(MemoryMarshal.AsBytes(block)));
        return new TextClassifier(network, new TextEncoder(WordTokenizer.Default, Vocabulary.FromWords(words)), new LabelSet(["0", "1"]));
    }

    private static Network<float> Empty(int words, ConvNetOptions options)
    {
        EmbeddingOptions embedding = options.Embedding!;
        FilterBank<float>[] banks =
        [
            .. embedding.Widths.Select(width =>
                new FilterBank<float>(new FilterTable<float>(embedding.Dimension, width, embedding.FiltersPerWidth[0]), options.Biases, options.Padding)),
        ];
        var output = new OutputWeights<float>(OutputKind.Logistic, 1, banks.Sum(bank => bank.Table.Filters), options.Biases);
        return new Network<float>([], new EmbeddingTable<float>(words, 0, embedding.Dimension), banks, options.Activation, output);
    }

    private static void ForEachBlock(Network<float> network, SpanAction action)
    {
        action(network.Embedding!.Entries);
        foreach (FilterBank<float> bank in network.Banks)
        {
            action(bank.Table.Entries);
            action(bank.Bias);
        }

        action(network.Output.Row(0));
        action(network.Output.Bias);
    }

    private delegate void SpanAction(Span<float> block);
}
