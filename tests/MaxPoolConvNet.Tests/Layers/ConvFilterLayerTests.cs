using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>Two filters of two words over a vocabulary of three, computed by hand.</summary>
public class ConvFilterLayerTests
{
    /// <summary>U: words 0, 1 and 2 at the window's first position, then at its second.</summary>
    private static readonly Matrix<double> _filters = Matrix<double>.Build.DenseOfArray(new[,]
    {
        { 1, -1 }, { 2, 0 }, { 3, 5 },
        { 10, 0.5 }, { 20, -2 }, { 30, 4 },
    });

    private static readonly Vector<double> _bias = Vector<double>.Build.Dense([0.25, -1]);

    [Fact]
    public void Properties_AreThoseOfTheFilters()
    {
        var layer = new ConvFilterLayer(_filters, width: 2, Padding.Wide, _bias);
        var bare = new ConvFilterLayer(_filters, width: 3);

        Assert.Equal((2, 3, 2, Padding.Wide, true), (layer.Width, layer.WordSize, layer.FilterCount, layer.Padding, layer.HasBias));
        Assert.Equal((3, 2, 2, Padding.Narrow, false), (bare.Width, bare.WordSize, bare.FilterCount, bare.Padding, bare.HasBias));
    }

    [Fact]
    public void Forward_Narrow_HasAWindowAtEachWordThatIsFollowedByEnough()
    {
        TextInput text = TextInput.FromWordIds(2, 0, 1);

        ConvFilterPass pass = new ConvFilterLayer(_filters, 2).Forward(text);

        Assert.Same(text, pass.Text);
        Assert.Equal((2, 0), (pass.WindowCount, pass.WordsBefore));
        AssertMatrix(new[,] { { 3 + 10, 5 + 0.5 }, { 1 + 20, -1 - 2 } }, pass.Responses);
    }

    [Fact]
    public void Forward_Wide_HasWindowsThatBeginBeforeTheTextAndEndBehindIt()
    {
        ConvFilterPass pass = new ConvFilterLayer(_filters, 2, Padding.Wide).Forward(TextInput.FromWordIds(2, 0, 1));

        Assert.Equal((4, 1), (pass.WindowCount, pass.WordsBefore));
        AssertMatrix(new[,] { { 30, 4 }, { 3 + 10, 5 + 0.5 }, { 1 + 20, -1 - 2 }, { 2, 0 } }, pass.Responses);
    }

    [Fact]
    public void Forward_AddsTheBiasToEveryResponse() => AssertMatrix(
        new[,] { { 13.25, 4.5 }, { 21.25, -4 } },
        new ConvFilterLayer(_filters, 2, bias: _bias).Forward(TextInput.FromWordIds(2, 0, 1)).Responses);

    [Fact]
    public void Forward_OfWordVectors_MultipliesThem()
    {
        TextInput text = TextInput.FromWordVectors(Matrix<double>.Build.DenseOfArray(new[,] { { 0.5, 0, -1 }, { 2, 1, 0 } }));

        // 0.5 · 1 − 1 · 3 + 2 · 10 + 1 · 20, and −0.5 · 1 − 1 · 5 + 2 · 0.5 − 1 · 2
        AssertMatrix(new[,] { { 37.5, -6.5 } }, new ConvFilterLayer(_filters, 2).Forward(text).Responses);
    }

    [Theory]
    [InlineData(Padding.Narrow, 0, 1)]
    [InlineData(Padding.Narrow, 1, 1)]
    [InlineData(Padding.Narrow, 4, 1)]
    [InlineData(Padding.Narrow, 5, 2)]
    [InlineData(Padding.Wide, 0, 3)]
    [InlineData(Padding.Wide, 1, 4)]
    [InlineData(Padding.Wide, 5, 8)]
    public void Forward_WindowCount_FollowsThePadding(Padding padding, int words, int windows)
    {
        var layer = new ConvFilterLayer(Matrix<double>.Build.Dense(4, 1, 1), width: 4, padding);

        ConvFilterPass pass = layer.Forward(TextInput.FromWordIds(new int[words]));

        Assert.Equal((windows, windows), (pass.WindowCount, pass.Responses.RowCount));
    }

    [Fact]
    public void Forward_OfAShortText_FillsItUpAtItsEnd()
    {
        var layer = new ConvFilterLayer(_filters, 2, bias: _bias);

        AssertMatrix(new[,] { { 2.25, -1 } }, layer.Forward(TextInput.FromWordIds(1)).Responses);
        AssertMatrix(new[,] { { 0.25, -1 } }, layer.Forward(TextInput.FromWordIds()).Responses);
        AssertMatrix(new[,] { { 0.25, -1 } }, layer.Forward(TextInput.FromWordVectors(Matrix<double>.Build.Dense(1, 3))).Responses);
    }

    [Fact]
    public void Responses_AreACopy()
    {
        ConvFilterPass pass = new ConvFilterLayer(_filters, 2).Forward(TextInput.FromWordIds(2, 0));
        pass.Responses.Clear();

        AssertMatrix(new[,] { { 13, 5.5 } }, pass.Responses);
    }

    [Fact]
    public void Backward_GivesEachWindowsGradientToItsWords()
    {
        var layer = new ConvFilterLayer(_filters, 2, bias: _bias);

        ConvFilterGradients gradients = layer.Backward(
            layer.Forward(TextInput.FromWordIds(2, 0, 1)),
            Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 10 }, { 100, 1000 } }));

        AssertMatrix(new double[,] { { 100, 1000 }, { 0, 0 }, { 1, 10 }, { 1, 10 }, { 100, 1000 }, { 0, 0 } }, gradients.U);
        AssertMatrix(new double[,] { { 101, 1010 } }, gradients.Bias!);
        Assert.Null(gradients.WordVectors);
    }

    [Fact]
    public void Backward_SumsOverTheWindowsThatHaveAWordAtTheSamePosition()
    {
        var layer = new ConvFilterLayer(_filters, 2);

        ConvFilterGradients gradients = layer.Backward(
            layer.Forward(TextInput.FromWordIds(1, 1, 1)),
            Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 10 }, { 100, 1000 } }));

        AssertMatrix(new double[,] { { 0, 0 }, { 101, 1010 }, { 0, 0 }, { 0, 0 }, { 101, 1010 }, { 0, 0 } }, gradients.U);
        Assert.Null(gradients.Bias);
    }

    [Fact]
    public void Backward_GivesNothingToZeroWords()
    {
        var layer = new ConvFilterLayer(_filters, 2, Padding.Wide, _bias);

        ConvFilterGradients gradients = layer.Backward(
            layer.Forward(TextInput.FromWordIds(2)),
            Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 10 }, { 100, 1000 } }));
        ConvFilterGradients ofNoWord = layer.Backward(layer.Forward(TextInput.FromWordIds()), Matrix<double>.Build.Dense(1, 2, 7));

        AssertMatrix(new double[,] { { 0, 0 }, { 0, 0 }, { 100, 1000 }, { 0, 0 }, { 0, 0 }, { 1, 10 } }, gradients.U);
        AssertMatrix(new double[6, 2], ofNoWord.U);
        AssertMatrix(new double[,] { { 7, 7 } }, ofNoWord.Bias!);
    }

    [Fact]
    public void Backward_OfWordVectors_HasAGradientForThemToo()
    {
        var layer = new ConvFilterLayer(_filters, 2);
        ConvFilterPass pass = layer.Forward(
            TextInput.FromWordVectors(Matrix<double>.Build.DenseOfArray(new[,] { { 0.5, 0, -1 }, { 2, 1, 0 } })));

        ConvFilterGradients gradients = layer.Backward(pass, Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 10 } }));

        AssertMatrix(new[,] { { 0.5, 5 }, { 0, 0 }, { -1, -10 }, { 2, 20 }, { 1, 10 }, { 0, 0 } }, gradients.U);
        AssertMatrix(new double[,] { { 1 - 10, 2, 3 + 50 }, { 10 + 5, 20 - 20, 30 + 40 } }, gradients.WordVectors!);
    }

    [Fact]
    public void Backward_ChangesNeitherTheLayerNorThePass()
    {
        var layer = new ConvFilterLayer(_filters, 2, bias: _bias);
        ConvFilterPass pass = layer.Forward(TextInput.FromWordIds(2, 0, 1));
        Matrix<double> responses = pass.Responses;
        var gradient = Matrix<double>.Build.Dense(2, 2, 1);

        ConvFilterGradients first = layer.Backward(pass, gradient);
        ConvFilterGradients again = layer.Backward(pass, gradient);

        Assert.Equal(first.U, again.U);
        Assert.Equal(first.Bias, again.Bias);
        Assert.Equal(responses, pass.Responses);
        Assert.Equal([_filters, _bias.ToRowMatrix()], layer.Parameters.Select(parameter => parameter.ToMatrix()));
        Assert.Equal(Matrix<double>.Build.Dense(2, 2, 1), gradient);
    }

    [Fact]
    public void Parameters_AreViewsOfTheLayersOwnNumbers()
    {
        Matrix<double> given = _filters.Clone();
        var layer = new ConvFilterLayer(given, 2, bias: _bias);
        IReadOnlyList<Parameter> parameters = layer.NamedParameters("3");

        Assert.Equal(["U3", "filterBias3"], parameters.Select(parameter => parameter.Name));
        Assert.Equal([_filters, _bias.ToRowMatrix()], parameters.Select(parameter => parameter.ToMatrix()));
        Assert.Equal(["U"], new ConvFilterLayer(_filters, 2).Parameters.Select(parameter => parameter.Name));

        parameters[0][2, 0] = 300;
        parameters[1][0, 1] = 1;
        AssertMatrix(new[,] { { 310.25, 6.5 } }, layer.Forward(TextInput.FromWordIds(2, 0)).Responses);
        Assert.Equal(_filters, given);
    }

    [Fact]
    public void Parameters_NameTheRowsThatATextUses()
    {
        Parameter filters = new ConvFilterLayer(_filters, 2, bias: _bias).Parameters[0];

        Assert.Equal([0, 2, 3, 5], filters.RowsInUse(TextInput.FromWordIds(2, 0, 2)));
        Assert.Empty(filters.RowsInUse(TextInput.FromWordIds()));
        Assert.Equal([0, 1, 2, 3, 4, 5], filters.RowsInUse(TextInput.FromWordVectors(Matrix<double>.Build.Dense(1, 3))));
    }

    private static void AssertMatrix(double[,] expected, Matrix<double> actual)
    {
        Assert.Equal((expected.GetLength(0), expected.GetLength(1)), (actual.RowCount, actual.ColumnCount));
        Assert.Equal(0, (Matrix<double>.Build.DenseOfArray(expected) - actual).Enumerate().Max(Math.Abs), 1e-12);
    }

    /// <summary>Beside filters over more words, a word just outside a layer's own is a zero word, and no row is in use for it.</summary>
    [Fact]
    public void AWordJustOutsideTheVocabulary_HasNoRow()
    {
        var narrow = new ConvFilterLayer(_filters, width: 2);
        Matrix<double> more = Matrix<double>.Build.Dense(4, 1, (row, _) => 1 + row);
        var network = new ConvNet([narrow, new ConvFilterLayer(more, width: 1)], new MaxPool(), new LogisticOutput(Matrix<double>.Build.Dense(1, 3, 0.5)));
        TextInput text = TextInput.FromWordIds(3, 1);

        Assert.Equal([1, 4], network.Parameters.First(parameter => parameter.RowCount == 6).RowsInUse(text));
        Assert.True(GradientChecker.Check(network, text, Target.OfClass(1)).HasPassed);
    }
}
