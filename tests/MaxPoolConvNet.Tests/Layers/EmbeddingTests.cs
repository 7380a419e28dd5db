using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

public class EmbeddingTests
{
    private static readonly Matrix<double> _static = Matrix<double>.Build.DenseOfArray(new[,] { { 1.0, 2 }, { 3, 4 }, { 5, 6 } });
    private static readonly Matrix<double> _trained = Matrix<double>.Build.DenseOfArray(new[,] { { 10.0 }, { 20 }, { 30 } });

    [Fact]
    public void Forward_GivesStaticEntriesThenTrainedOnes()
    {
        TextInput text = new Embedding(_static, _trained).Forward(TextInput.FromWordIds(2, 0, 2));

        Assert.Equal((3, 3), (text.WordCount, text.WordSize));
        Assert.Equal([5, 6, 30, 1, 2, 10, 5, 6, 30], text.WordVectors.ToArray());
    }

    [Fact]
    public void Backward_SumsTheTrainedEntriesOverTheWordsPlaces()
    {
        Matrix<double> gradient = Matrix<double>.Build.DenseOfArray(new[,] { { 1.0, 1, 0.5 }, { 1, 1, 7 }, { 1, 1, 0.25 } });

        Matrix<double> actual = new Embedding(_static, _trained).Backward(TextInput.FromWordIds(2, 0, 2), gradient)!;

        Assert.Equal(Matrix<double>.Build.DenseOfArray(new[,] { { 7.0 }, { 0 }, { 0.75 } }), actual);
        Assert.Null(new Embedding(_static, null).Backward(TextInput.FromWordIds(1), Matrix<double>.Build.Dense(1, 2)));
    }

    [Fact]
    public void Parameters_AreTheTrainedEntriesAlone()
    {
        var embedding = new Embedding(_static, _trained);
        Parameter parameter = Assert.Single(embedding.Parameters);
        parameter[1, 0] = -1;

        Assert.Equal(("embedding", 3, 1), (parameter.Name, parameter.RowCount, parameter.ColumnCount));
        Assert.Equal([3, 4, -1], embedding.Forward(TextInput.FromWordIds(1)).WordVectors.ToArray());
        Assert.Equal([0, 2], parameter.RowsInUse(TextInput.FromWordIds(2, 0, 2)));
        Assert.Empty(new Embedding(_static, null).Parameters);
    }

    [Fact]
    public void WhatDoesNotFit_IsSaid()
    {
        var embedding = new Embedding(null, _trained);
        AssertError("there are neither static nor trained vectors", () => new Embedding(null, null));
        AssertError("there are 3 static and 2 trained vectors; one of each for every word was expected", () => new Embedding(_static, _trained.SubMatrix(0, 2, 0, 1)));
        AssertError("static vectors[1, 1] is NaN", () => new Embedding(With(_static, 1, 1, double.NaN), null));
        AssertError("embedding[2, 0] is Infinity", () => new Embedding(_static, With(_trained, 2, 0, double.PositiveInfinity)));
        AssertError("the word at position 1 has the id 3, outside the vocabulary of 3 words", () => embedding.Forward(TextInput.FromWordIds(0, 3)));
        AssertError("the text's words are vectors already; an embedding takes word ids", () => embedding.Forward(TextInput.FromWordVectors(_static)));
        AssertError("∂L/∂x is 1 × 2; the text's word vectors are 2 × 1", () => embedding.Backward(TextInput.FromWordIds(0, 1), Matrix<double>.Build.Dense(1, 2)));
    }

    [Fact]
    public void ANetworkWhosePartsDoNotFit_SaysWhich()
    {
        var embedding = new Embedding(_static, _trained);
        ConvFilterLayer overWords = Filters(3, 1);
        ConvFilterLayer overVectors = Filters(3, 2);
        AssertError("there are filters over an embedding, but no embedding", () => Network([], null, [overVectors], 2));
        AssertError("there is an embedding, but no filters over it", () => Network([overWords], embedding, [], 2));
        AssertError("the filters over the embedding expect words of size 4; its vectors have 3 entries", () => Network([], embedding, [Filters(4, 2)], 2));
        AssertError("the one-hot filters have rows for 5 words; the embedding knows 3", () => Network([Filters(5, 1)], embedding, [overVectors], 4));
        AssertError("V has 3 weights; pooling produces 4", () => Network([overWords], embedding, [overVectors], 3));
        AssertError("the widths 2, 2 aren't all different", () => Network([], embedding, [overVectors, Filters(3, 2)], 4));
        AssertError("the text's words are vectors already; an embedding takes word ids", () => Network([], embedding, [overVectors], 2).Forward(TextInput.FromWordVectors(_static)));
        AssertError("the word at position 0 has the id 3, outside the vocabulary of 3 words", () => Network([overWords], embedding, [overVectors], 4).Forward(TextInput.FromWordIds(3)));
    }

    private static ConvFilterLayer Filters(int wordSize, int width) => new(Matrix<double>.Build.Dense(wordSize * width, 2, 0.1), width);

    private static ConvNet Network(ConvFilterLayer[] filters, Embedding? embedding, ConvFilterLayer[] embeddingFilters, int features) =>
        new(filters, embedding, embeddingFilters, new MaxPool(), new LogisticOutput(Matrix<double>.Build.Dense(1, features, 1)));

    private static Matrix<double> With(Matrix<double> matrix, int row, int column, double entry)
    {
        Matrix<double> copy = matrix.Clone();
        copy[row, column] = entry;
        return copy;
    }

    private static void AssertError(string message, Func<object?> act) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(act).Message, StringComparison.Ordinal);

    [Fact]
    public void CopyVector_GivesStaticEntriesThenTrainedOnes()
    {
        var embedding = new Embedding(Matrix<double>.Build.Dense(2, 1, (word, _) => word), Matrix<double>.Build.Dense(2, 2, (word, s) => 10 * word + s));
        double[] vector = [-1, -1, -1, -1];

        embedding.CopyVector(1, vector);

        Assert.Equal([1, 10, 11, -1], vector);
        Assert.Throws<ArgumentOutOfRangeException>("word", () => embedding.CopyVector(2, vector));
        Assert.Throws<ArgumentOutOfRangeException>("word", () => embedding.CopyVector(-1, vector));
        Assert.Throws<ArgumentException>("destination", () => embedding.CopyVector(0, vector.AsSpan(2)));
    }
}
