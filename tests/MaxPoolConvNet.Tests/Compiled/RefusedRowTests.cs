using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

/// <summary>A word whose row can't be stored takes no room from other words.</summary>
public class RefusedRowTests
{
    [Theory]
    [InlineData(WeightFormat.Float32)]
    [InlineData(WeightFormat.BFloat16)]
    public void Find_OfAWordWhoseRowOverflows_LeavesTheRoomToOthers(WeightFormat format)
    {
        // the product of word 0's vector and the filter isn't a number of single precision
        var embedding = new Embedding(null, Matrix<double>.Build.DenseOfArray(new[,] { { 1e30 }, { 2 }, { 3 } }));
        var filters = new ConvFilterLayer(Matrix<double>.Build.Dense(1, 1, 1e30), width: 1);
        var network = new ConvNet([], embedding, [filters], new MaxPool(), new LogisticOutput(Matrix<double>.Build.Dense(1, 1, 1.0)));
        Network<float> single = new TextClassifier(network, Vocabulary.FromWords(["x", "y", "z"]), new WordTokenizer(), ["a", "b"]).Model.Network;
        var options = new CompileOptions { Rows = CompiledRows.AtFirstUse, WeightFormat = format };
        int rowBytes = CompiledTable.Of(single, options)!.RowBytes;
        CompiledTable table = CompiledTable.Of(single, options with { MaximumBytes = rowBytes })!;

        for (int time = 0; time < 3; time++)
            Assert.Throws<ArithmeticException>(() => Find(table, single, 0));

        // what is in the table has one address for all threads, what is in their scratch memory hasn't
        Assert.Equal(Find(table, single, 1), Find(table, single, 1));
        Assert.NotEqual(Find(table, single, 2), Find(table, single, 2));
    }

    private static nint Find(CompiledTable table, Network<float> network, int word)
    {
        nint[] addresses = new nint[1];
        var scratch = new MissingRows(network);
        table.Find([word], addresses, scratch);
        _kept.Add(scratch);
        return addresses[0];
    }

    /// <summary>Scratch memory that lives on has addresses of its own.</summary>
    private static readonly List<MissingRows> _kept = [];
}
