using System.Globalization;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>The gradients of networks with an embedding are right in every form, for every output, and for texts of 0 to 12 words.</summary>
[Trait("Category", "Slow")]
public class EmbeddingGradientTests
{
    private const int WordSize = 9;
    private static readonly CounterRandom _random = new(4711);
    private static readonly int[] _lengths = [0, 1, 3, 12];

    private static readonly EmbeddingKind[] _kinds = [EmbeddingKind.Trained, EmbeddingKind.Static, EmbeddingKind.TwoChannel];
    private static readonly string[] _widths = ["", "2", "1,3"];
    private static readonly OutputKind[] _outputs = [OutputKind.Logistic, OutputKind.Softmax, OutputKind.MultiLabel];
    private static readonly string[] _rests = ["Tanh Narrow biases", "Relu Wide", "Tanh Wide biases", "Relu Narrow biases"];

    /// <summary>All of them; those that aren't slow have every pair of a kind, widths, an output and a rest among them.</summary>
    public static TheoryData<EmbeddingKind, string, OutputKind, string> Forms { get; } =
    [
        .. from kind in Enumerable.Range(0, 3)
           from widths in Enumerable.Range(0, 3)
           from output in Enumerable.Range(0, 3)
           from rest in Enumerable.Range(0, 4)
           let row = new TheoryDataRow<EmbeddingKind, string, OutputKind, string>(_kinds[kind], _widths[widths], _outputs[output], _rests[rest])
           select (kind + widths) % 3 == output && rest % 2 == (kind == widths ? 1 : 0) ? row : row.WithTrait("Category", "Slow"),
    ];

    /// <param name="kind">What of the embedding is trained.</param>
    /// <param name="widths">The widths of one-hot filters beside it.</param>
    /// <param name="output">The output.</param>
    /// <param name="rest">Activation, padding and biases.</param>
    [Theory]
    [MemberData(nameof(Forms))]
    public void EveryForm_Passes(EmbeddingKind kind, string widths, OutputKind output, string rest)
    {
        string[] words = rest.Split(' ');
        ConvNet network = ConvNet.Random(
            WordSize,
            new ConvNetOptions
            {
                Filters = [.. widths.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(width => new FilterGroup(int.Parse(width, CultureInfo.InvariantCulture), 3))],
                Embedding = new EmbeddingOptions { Kind = kind, Dimension = 4, Filters = [new(2, 4), new(3, 2)] },
                Activation = Enum.Parse<Activation>(words[0]),
                Padding = Enum.Parse<Padding>(words[1]),
                Biases = words.Length == 3,
                InitialDeviation = 0.5,
            },
            seed: 7,
            classes: output == OutputKind.Logistic ? 2 : 3,
            output);
        foreach (int length in _lengths)
        {
            TextInput text = TextInput.FromWordIds([.. Enumerable.Range(0, length).Select(at => _random.Below(WordSize, (ulong)at))]);
            GradientReport report = GradientCalls.Check(network, text, output == OutputKind.MultiLabel ? Target.OfClasses(0, 2) : Target.OfClass(1));

            Assert.True(report.HasPassed, report.ToString());
            Assert.Equal(kind != EmbeddingKind.Static, report.Blocks.Any(block => block.Name == "embedding"));
            foreach (Parameter parameter in network.Parameters)
            {
                GradientBlockReport block = report[parameter.Name];
                Assert.Equal(parameter.RowsInUse(text).Count() * parameter.ColumnCount, block.CheckedEntryCount + block.KinkEntryCount);
                Assert.True(block.KinkEntryCount <= block.CheckedEntryCount, report.ToString());
            }
        }
    }

    [Fact]
    public void AWrongEmbeddingGradient_IsSeen()
    {
        ConvNet network = ConvNet.Random(
            WordSize, new ConvNetOptions { Filters = [], Embedding = new EmbeddingOptions { Dimension = 4, Filters = [new(3, 3), new(4, 3), new(5, 3)] }, InitialDeviation = 0.5 }, seed: 7);
        TextInput text = TextInput.FromWordIds(3, 1, 4, 1, 5);

        // word 1 stands twice: its gradient is the sum of both places
        var halved = new ReplacedGradients(network, gradients =>
        {
            gradients["embedding"][1, 2] /= 2;
            return gradients;
        });

        GradientReport report = GradientCalls.Check(halved, text, Target.OfClass(1));
        Assert.False(report.HasPassed);
        Assert.Equal("embedding[1,2]", report["embedding"].Place);
    }
}
