using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>What layers refuse, by the name of the argument and with both sizes.</summary>
public class LayerArgumentTests
{
    private static readonly Matrix<double> _two = Matrix<double>.Build.DenseOfArray(new[,] { { 1.0, 2 }, { 3, 4 }, { 5, 6 } });
    private static readonly Embedding _embedding = new(_two, _two);

    [Fact]
    public void Embedding_RefusesNullsAndIdsOutsideTheVocabulary()
    {
        Matrix<double> gradient = Matrix<double>.Build.Dense(1, 4);
        Assert.Throws<ArgumentNullException>("text", () => _embedding.Forward(null!));
        Assert.Throws<ArgumentNullException>("text", () => _embedding.Backward(null!, gradient));
        Assert.Throws<ArgumentNullException>("vectorGradient", () => _embedding.Backward(TextInput.FromWordIds(0), null!));
        const string Outside = "the word at position 0 has the id 3, outside the vocabulary of 3 words";
        Assert.Equal(Outside, Assert.Throws<ArgumentException>(() => _embedding.Forward(TextInput.FromWordIds(3))).Message);
        Assert.Equal(Outside, Assert.Throws<ArgumentException>(() => _embedding.Backward(TextInput.FromWordIds(3), gradient)).Message);
    }

    [Fact]
    public void Embedding_CopiesAVectorToADestinationOfItsLength()
    {
        double[] vector = new double[4];
        _embedding.CopyVector(1, vector);
        Assert.Equal([3, 4, 3, 4], vector);
        Assert.StartsWith("vectors have 4 entries; the destination has 3", Assert.Throws<ArgumentException>("destination", () => _embedding.CopyVector(1, new double[3])).Message, StringComparison.Ordinal);
        Assert.StartsWith("the embedding has 3 words, from 0", Assert.Throws<ArgumentOutOfRangeException>("word", () => _embedding.CopyVector(3, vector)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Embedding_RefusesTextsOfVectors() => Assert.StartsWith(
        "the text's words are vectors already; an embedding takes word ids",
        Assert.Throws<ArgumentException>("text", () => _embedding.Backward(TextInput.FromWordVectors(_two), _two)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void NothingToBeginWith_IsRefused()
    {
        Matrix<double> none = Matrix<double>.Build.Dense(0, 2);
        Assert.StartsWith("the vectors are empty", Assert.Throws<ArgumentException>(() => new Embedding(none, null)).Message, StringComparison.Ordinal);
        Assert.StartsWith("the vectors are empty", Assert.Throws<ArgumentException>(() => new Embedding(null, none)).Message, StringComparison.Ordinal);
        Assert.StartsWith("V is 0 \u00D7 2; a multi-label output", Assert.Throws<ArgumentException>("weights", () => new MultiLabelOutput(none)).Message, StringComparison.Ordinal);
    }

    /// <summary>Static entries come first, and their gradient is no parameter's.</summary>
    [Fact]
    public void Embedding_GivesTrainedEntriesTheirPartOfTheGradient()
    {
        var uneven = new Embedding(_two.SubMatrix(0, 3, 0, 1), _two);
        Matrix<double> gradient = Matrix<double>.Build.DenseOfArray(new[,] { { 100.0, 1, 2 }, { 200, 3, 4 }, { 300, 5, 6 } });

        Matrix<double>? found = uneven.Backward(TextInput.FromWordIds(2, 0, 2), gradient);

        Assert.Equal(Matrix<double>.Build.DenseOfArray(new[,] { { 3.0, 4 }, { 0, 0 }, { 6, 8 } }), found);
        Assert.Equal((1, 2), (uneven.StaticDimension, uneven.TrainedDimension));
    }

    [Fact]
    public void Embedding_NeedsEntriesAndWords()
    {
        Assert.Throws<ArgumentException>(() => new Embedding(null, null));
        Assert.Throws<ArgumentException>(() => new Embedding(_two, _two.SubMatrix(0, 2, 0, 2)));
        Assert.Equal((0, 2), (new Embedding(null, _two).StaticDimension, new Embedding(_two, null).StaticDimension));
        Assert.Equal((2, 0), (new Embedding(null, _two).TrainedDimension, new Embedding(_two, null).TrainedDimension));
    }

    [Fact]
    public void MaxPool_RefusesNullsNoResponsesAndUnknownActivations()
    {
        var pool = new MaxPool();
        MaxPoolPass pass = pool.Forward(_two);
        Assert.Throws<ArgumentNullException>("responses", () => pool.Forward(null!));
        Assert.Throws<ArgumentNullException>("pass", () => pool.Backward(null!, Vector<double>.Build.Dense(2)));
        Assert.Throws<ArgumentNullException>("pooledGradient", () => pool.Backward(pass, null!));
        Assert.Throws<ArgumentOutOfRangeException>("activation", () => new MaxPool((Activation)9));
        Assert.StartsWith("the responses are 0 × 2; at least a window and a filter were expected", Assert.Throws<ArgumentException>("responses", () => pool.Forward(Matrix<double>.Build.Dense(0, 2))).Message, StringComparison.Ordinal);
        Assert.StartsWith("the responses are 2 × 0; at least a window and a filter were expected", Assert.Throws<ArgumentException>("responses", () => pool.Forward(Matrix<double>.Build.Dense(2, 0))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameter_RefusesWhatIsNone()
    {
        Assert.Throws<ArgumentException>("name", () => new Parameter("", 1, 1, (_, _) => 0, (_, _, _) => { }));
        Assert.Throws<ArgumentOutOfRangeException>("rowCount", () => new Parameter("p", 0, 1, (_, _) => 0, (_, _, _) => { }));
        Assert.Throws<ArgumentOutOfRangeException>("columnCount", () => new Parameter("p", 1, 0, (_, _) => 0, (_, _, _) => { }));
        Assert.Throws<ArgumentNullException>("get", () => new Parameter("p", 1, 1, null!, (_, _, _) => { }));
        Assert.Throws<ArgumentNullException>("set", () => new Parameter("p", 1, 1, (_, _) => 0, null!));
        Assert.Throws<ArgumentNullException>("entries", () => new Parameter("p", null!));
        Assert.Throws<ArgumentNullException>("text", () => new Parameter("p", _two).RowsInUse(null!));
    }

    [Theory]
    [InlineData(3, 0, "row", "p (3 × 2) has no row 3")]
    [InlineData(-1, 0, "row", "p (3 × 2) has no row -1")]
    [InlineData(0, 2, "column", "p (3 × 2) has no column 2")]
    [InlineData(0, -1, "column", "p (3 × 2) has no column -1")]
    public void Parameter_NamesThePlaceThatIsNotThere(int row, int column, string argument, string message)
    {
        // without a check, a function of any place would answer
        var parameter = new Parameter("p", 3, 2, (_, _) => 0, (_, _, _) => { });
        Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(argument, () => parameter[row, column]).Message, StringComparison.Ordinal);
        Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(argument, () => parameter[row, column] = 1).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameter_CopiesARowToADestinationOfItsLength()
    {
        var parameter = new Parameter("p", _two);
        double[] row = new double[2];
        parameter.CopyRow(1, row);
        Assert.Equal([3, 4], row);
        Assert.StartsWith("p (3 × 2) has 2 columns; the destination has 1", Assert.Throws<ArgumentException>("destination", () => parameter.CopyRow(1, new double[1])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 1, 0, "")]
    [InlineData(false, 2, 0, "3")]
    [InlineData(false, 1, 2, "")]
    [InlineData(false, 2, 1, "3")]
    [InlineData(true, 0, 1, "")]
    [InlineData(true, 0, 2, "3")]
    [InlineData(true, 1, 1, ".embedding")]
    [InlineData(true, 2, 1, ".embedding")]
    [InlineData(true, 1, 2, "3.embedding")]
    public void ParameterNames_TellBanksApart(bool isOverEmbedding, int wordBanks, int embeddingBanks, string suffix) =>
        Assert.Equal(suffix, ParameterNames.Suffix(3, isOverEmbedding, wordBanks, embeddingBanks));

    [Fact]
    public void TextInput_RefusesNullsNegativeIdsAndNumbersThatAreNotFinite()
    {
        Assert.Throws<ArgumentNullException>("wordVectors", () => TextInput.FromWordVectors(null!));
        Assert.Contains("word vectors", Assert.Throws<ArgumentException>(() => TextInput.FromWordVectors(Matrix<double>.Build.Dense(2, 2, double.NaN))).Message, StringComparison.Ordinal);
        Assert.StartsWith("the word at position 1 has the id -2; ids begin at 0", Assert.Throws<ArgumentOutOfRangeException>("wordIds", () => TextInput.FromWordIds(0, -2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Targets_OfDifferentClassesHaveDifferentHashes()
    {
        Assert.NotEqual(Target.OfClass(1).GetHashCode(), Target.OfClass(2).GetHashCode());
        Assert.NotEqual(Target.OfClass(1).GetHashCode(), Target.OfClasses(1).GetHashCode());
    }

    [Fact]
    public void PaddedLength_ThatOverflows_IsAnError() => Assert.Throws<OverflowException>(() => Padding.Wide.PaddedLength(int.MaxValue - 1, 3));
}
