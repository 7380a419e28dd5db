using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

public class ConvNetProperties
{
    [Fact]
    public void LayerByLayer_GivesTheBitsOfTheFusedForward() => RandomCase.Cases.Sample(one =>
    {
        ConvNet network = one.Network();
        ForwardPass fused = network.Forward(one.Text);

        ConvFilterPass[] convolved = [.. network.Filters.Select(layer => layer.Forward(one.Text))];
        MaxPoolPass[] pooled = [.. convolved.Select(pass => network.Pool.Forward(pass.Responses))];
        OutputPass output = network.Output.Forward([.. pooled.SelectMany(pass => pass.Pooled)]);

        Bits.Equal(fused.Pooled.AsSpan(), output.Pooled.AsSpan());
        Bits.Equal(fused.Logits.AsSpan(), output.Logits.AsSpan());
        Bits.Equal(fused.Probabilities.AsSpan(), output.Probabilities.AsSpan());
        Assert.Equal(fused.Winners, pooled.Zip(convolved).SelectMany(pair => pair.First.Winners.Select(window => window - pair.Second.WordsBefore)));
    });

    [Fact]
    public void OneHotWordsAsVectors_GiveThePassAndTheGradientsOfTheirIds() => RandomCase.Cases.Where(one => one.WordIds.Length > 0).Sample(one =>
    {
        ConvNet network = one.Network();
        TextInput vectors = TextInput.FromWordVectors(Matrix<double>.Build.Dense(
            one.WordIds.Length, RandomCase.Vocabulary, (at, entry) => one.WordIds[at] == entry ? 1 : 0));

        ForwardPass byIds = network.Forward(one.Text);
        ForwardPass byVectors = network.Forward(vectors);

        Assert.Equal(byIds.Winners, byVectors.Winners);
        Assert.Equal(byIds.Logit, byVectors.Logit, 1e-12);
        Gradients ofIds = network.Backward(byIds, Target.OfClass(1));
        Gradients ofVectors = network.Backward(byVectors, Target.OfClass(1));
        foreach (string name in ofIds.Names)
            Assert.Equal(0, (ofIds[name] - ofVectors[name]).InfinityNorm(), 1e-12);
    });

    [Fact]
    public void WordsThatDoNotOccur_HaveZeroRowsInTheGradient() => RandomCase.Cases.Sample(one =>
    {
        ConvNet network = one.Network();
        Gradients gradients = network.Backward(network.Forward(one.Text), Target.OfClass(0));
        foreach (string name in gradients.Names.Where(name => name.StartsWith('U')))
        {
            foreach ((int row, int _, double entry) in gradients[name].EnumerateIndexed(Zeros.AllowSkip))
                Assert.True(entry == 0 || one.WordIds.Contains(row % RandomCase.Vocabulary));
        }
    });

    [Fact]
    public void GradientsOfV_OfBothLabelsDifferByH() => RandomCase.Cases.Sample(one =>
    {
        ConvNet network = one.Network();
        ForwardPass pass = network.Forward(one.Text);
        Matrix<double> difference = network.Backward(pass, Target.OfClass(1)).V - network.Backward(pass, Target.OfClass(0)).V;
        for (int j = 0; j < network.FeatureCount; j++)
            Assert.Equal(pass.Pooled[j], difference[0, j], 1e-14 * (1 + Math.Abs(pass.Pooled[j])));
    });

    [Fact]
    public void NarrowText_ThatIsShorterThanTheWindowIsFilledUpAtItsEnd() => RandomCase.Cases.Sample(one =>
    {
        // word 11's rows are zero: a zero word that can be written out
        ConvNet network = (one with { Options = one.Options with { Filters = [new(5)], Padding = Padding.Narrow } }).Network();
        Parameter filters = network.Parameters[0];
        for (int row = 11; row < filters.RowCount; row += RandomCase.Vocabulary)
        {
            for (int column = 0; column < filters.ColumnCount; column++)
                filters[row, column] = 0;
        }

        int[] words = [.. one.WordIds.Take(4)];
        int[] filledUp = [.. words, .. Enumerable.Repeat(11, 5 - words.Length)];
        ForwardPass pass = network.Forward(TextInput.FromWordIds(words));

        Bits.Equal(network.Forward(TextInput.FromWordIds(filledUp)).Logits.AsSpan(), pass.Logits.AsSpan());
        Assert.All(pass.Winners, winner => Assert.Equal(0, winner));
    });

    [Fact]
    public void AWordWhoseWindowsStayBelowEveryMaximum_ChangesNothing() => RandomCase.Cases.Where(one => one.WordIds.Length >= 5).Sample(one =>
    {
        // word 11 is so repellent that no window with it ever wins
        ConvNet network = (one with { Options = one.Options with { Padding = Padding.Narrow } }).Network();
        foreach (Parameter filters in network.Parameters.Where(parameter => parameter.Name.StartsWith('U')))
        {
            for (int row = 11; row < filters.RowCount; row += RandomCase.Vocabulary)
            {
                for (int column = 0; column < filters.ColumnCount; column++)
                    filters[row, column] = -100;
            }
        }

        int[] words = Array.ConvertAll(one.WordIds, word => word % 11);
        ForwardPass pass = network.Forward(TextInput.FromWordIds(words));
        ForwardPass longer = network.Forward(TextInput.FromWordIds([.. words, 11]));

        Bits.Equal(pass.Logits.AsSpan(), longer.Logits.AsSpan());
        Assert.Equal(pass.Winners, longer.Winners);
        Gradients expected = network.Backward(pass, Target.OfClass(1));
        Gradients gradients = network.Backward(longer, Target.OfClass(1));
        foreach (string name in expected.Names)
            Assert.Equal(expected[name], gradients[name]);
    });

    [Fact]
    public void PermutedFilters_PermuteFeaturesAndGradients() => RandomCase.Cases.Sample(one =>
    {
        ConvNet network = (one with { Options = one.Options with { Filters = [new(2)], Biases = false } }).Network();
        Matrix<double> u = network.Parameters[0].ToMatrix();
        Matrix<double> v = network.Parameters[1].ToMatrix();
        int[] order = [.. Enumerable.Range(0, network.FeatureCount)];
        new CounterRandom(one.Seed).Shuffle<int>(order);
        var permuted = new ConvNet(
            new ConvFilterLayer(Matrix<double>.Build.Dense(u.RowCount, u.ColumnCount, (row, j) => u[row, order[j]]), 2, one.Options.Padding),
            network.Pool,
            new LogisticOutput(Matrix<double>.Build.Dense(1, v.ColumnCount, (_, j) => v[0, order[j]])));

        ForwardPass pass = network.Forward(one.Text);
        ForwardPass permutedPass = permuted.Forward(one.Text);
        Gradients expected = network.Backward(pass, Target.OfClass(1));
        Gradients gradients = permuted.Backward(permutedPass, Target.OfClass(1));

        Assert.Equal(pass.Logit, permutedPass.Logit, 1e-12);
        for (int j = 0; j < order.Length; j++)
        {
            Assert.Equal(pass.Pooled[order[j]], permutedPass.Pooled[j]);
            Assert.Equal(pass.Winners[order[j]], permutedPass.Winners[j]);
            Assert.Equal(expected.V[0, order[j]], gradients.V[0, j], 1e-12);
            Assert.Equal(0, (expected.U.Column(order[j]) - gradients.U.Column(j)).InfinityNorm(), 1e-12);
        }
    });
}
