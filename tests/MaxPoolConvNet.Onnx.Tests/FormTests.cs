using MaxPoolConvNet.Onnx.Schema;

namespace MaxPoolConvNet.Onnx.Tests;

/// <summary>The form of the models.</summary>
public sealed class FormTests
{
    [Fact]
    public void Operators_AreStandardOnes()
    {
        ModelProto model = Saved(Classifiers.Get("several labels"), null);

        Assert.Equal([("", 13L), ("ai.onnx.ml", 2L)], model.OpsetImport.Select(set => (set.Domain, set.Version)));
        Assert.Equal(["LabelEncoder"], model.Graph.Node.Where(node => node.Domain != "").Select(node => node.OpType));
        Assert.Equal(7, model.IrVersion);
    }

    [Fact]
    public void IdsAsInput_NeedNoWords()
    {
        ModelProto model = Saved(Classifiers.Get("one-hot"), new OnnxOptions { Input = OnnxInput.Ids });

        Assert.Equal("", Assert.Single(model.OpsetImport).Domain);
        Assert.Equal(OnnxNames.Ids, Assert.Single(model.Graph.Input).Name);
        Assert.True(model.CalculateSize() < Saved(Classifiers.Get("one-hot"), null).CalculateSize());
    }

    [Fact]
    public void Names_AreGivenOnce()
    {
        GraphProto graph = Saved(Classifiers.Get("two channels beside one-hot, compact, several labels"), null).Graph;
        string[] names = [.. graph.Initializer.Select(tensor => tensor.Name), .. graph.Node.SelectMany(node => node.Output)];

        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public void Tables_AreThereUnlessFactored()
    {
        TextClassifier classifier = Classifiers.Get("trained embedding");

        Assert.DoesNotContain(Saved(classifier, null).Graph.Node, node => node.OpType == "Conv");
        Assert.Equal(3, Saved(classifier, new OnnxOptions { Factored = true }).Graph.Node.Count(node => node.OpType == "Conv"));
        Assert.True(
            Saved(classifier, new OnnxOptions { Factored = true }).CalculateSize() < Saved(classifier, null).CalculateSize());
    }

    [Fact]
    public void CompactFilters_KeepTheirEightBits()
    {
        ModelProto compact = Saved(Classifiers.Get("compact"), null);
        TensorProto[] tables = [.. compact.Graph.Initializer.Where(tensor => tensor.Name.StartsWith("table.", StringComparison.Ordinal))];

        Assert.Equal(6, tables.Length); // one per position: 1 + 2 + 3
        Assert.All(tables, table => Assert.Equal((int)TensorProto.Types.DataType.Int8, table.DataType));
        Assert.All(tables, table => Assert.Contains(table.RawData, number => number != 0));
        Assert.Equal(3, compact.Graph.Initializer.Count(tensor => tensor.Name.StartsWith("scale.", StringComparison.Ordinal)));
        Assert.True(2 * compact.CalculateSize() < Saved(Classifiers.Get("one-hot"), null).CalculateSize());
    }

    [Fact]
    public void TheSameClassifier_GivesTheSameBytes() =>
        Assert.Equal(Saved(Classifiers.Get("averaged"), null), Saved(Classifiers.Get("averaged"), null));

    private static ModelProto Saved(TextClassifier classifier, OnnxOptions? options)
    {
        using var memory = new MemoryStream();
        classifier.SaveOnnx(memory, options);
        return ModelProto.Parser.ParseFrom(memory.ToArray());
    }
}
