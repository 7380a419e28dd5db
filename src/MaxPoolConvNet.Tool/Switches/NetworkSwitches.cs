using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>The switches that say what network to train.</summary>
internal sealed class NetworkSwitches
{
    private readonly Option<string?> _architecture = new("--architecture")
    {
        Description = "one-hot, random, static, trained, two-channel, or one-hot+ and one of the last four; by default one-hot or, with --vectors, one-hot+static",
        HelpName = "NAME",
    };

    private readonly Option<string?> _vectors = new("--vectors")
    {
        Description = "word vectors: word2vec text or binary, GloVe, fastText .vec; gzip too",
        HelpName = "FILE",
    };

    private readonly Option<int?> _dimension = NumberSwitch.Create("--dimension", "length of the vectors of a random embedding; by default 300", EmbeddingOptions.DimensionRange);

    private readonly Option<int[]?> _widths = new("--widths")
    {
        Description = "words in a filter's window, several with commas between them (of the filters over the embedding, where there is one); by default 1,2,3, and 3,4,5 over an embedding",
        HelpName = "K,K,…",
        CustomParser = ParseWidths,
    };

    private readonly Option<int?> _filters = NumberSwitch.Create("--filters", "filters of each width; by default 100", FilterSizes.FiltersRange);

    private readonly Choice<Activation> _activation = new("--activation", "what follows the max-pool", ("tanh", Activation.Tanh), ("relu", Activation.Relu));

    private readonly Option<double> _deviation = NumberSwitch.Create(
        "--initial-deviation", "standard deviation of the random numbers that weights begin with", ConvNetOptions.InitialDeviationRange, new ConvNetOptions().InitialDeviation);

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _architecture, _vectors, _dimension, _widths, _filters, _activation, _deviation })
            command.Add(option);
    }

    /// <summary>A switch that was given and says something about the network's form; null for none. Vectors may come in later too.</summary>
    public string? FormGiven(ParseResult arguments) =>
        new Option[] { _architecture, _dimension, _widths, _filters, _activation }.FirstOrDefault(option => arguments.GetResult(option) is { Implicit: false })?.Name;

    /// <summary>The name of the network's form.</summary>
    public string ArchitectureOf(ParseResult arguments) => Form(arguments).FullName;

    public ConvNetOptions Read(ParseResult arguments) => Form(arguments).ToOptions() with
    {
        Activation = _activation.Read(arguments),
        InitialDeviation = arguments.GetValue(_deviation),
    };

    private Architecture Form(ParseResult arguments) => new()
    {
        Name = arguments.GetValue(_architecture),
        Vectors = arguments.GetValue(_vectors),
        Dimension = arguments.GetValue(_dimension),
        Widths = arguments.GetResult(_widths) is null ? null : arguments.GetValue(_widths),
        Filters = arguments.GetValue(_filters),
    };

    private static int[]? ParseWidths(ArgumentResult argument)
    {
        string given = string.Join(',', argument.Tokens.Select(token => token.Value));
        int[] widths =
        [
            .. given.Split(',').Select(number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int width) ? width : -1),
        ];
        if (!widths.All(FilterSizes.WidthRange.Contains) || widths.Distinct().Count() < widths.Length)
            argument.AddError($"--widths is '{given}'; different whole numbers {FilterSizes.WidthRange} with commas between them were expected, such as 1,2,3");
        return widths;
    }
}
