using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>The switches for the network to train.</summary>
internal sealed class NetworkSwitches
{
    private readonly Option<string?> _architecture = new("--architecture")
    {
        Description = $"{Architecture.Names} "
            + $"[default: {Architecture.Default(hasVectors: false)}, or with vectors {Architecture.Default(hasVectors: true)}]",
        HelpName = "NAME",
    };

    private readonly VectorsSwitch _vectors = new();

    private readonly Option<int?> _dimension = NumberSwitch.Create(
        "--dimension",
        "dimension of a random embedding [default: 300]",
        SwitchRange<int>.Of<EmbeddingOptions>(nameof(EmbeddingOptions.Dimension)));

    private readonly Option<int[]?> _widths = new("--widths")
    {
        Description = "filter widths, in words [default: 1,2,3; over random vectors 3,4,5]",
        HelpName = "K,K,…",
        CustomParser = ParseWidths,
    };

    private readonly Option<int?> _filters = NumberSwitch.Create(
        "--filters",
        "filters per width [default: 100, or 64 from 500,000 texts on; over static vectors 48 of width 1, 24 of others]",
        SwitchRange<int>.Of<FilterGroup>(nameof(FilterGroup.Count)));

    private readonly ChoiceSwitch<Activation> _activation = new(
        "--activation", "function applied after the max-pool", ("tanh", Activation.Tanh), ("relu", Activation.Relu));

    private readonly Option<double> _deviation = NumberSwitch.Create(
        "--initial-deviation",
        "standard deviation of the initial weights",
        SwitchRange<double>.Of<ConvNetOptions>(nameof(ConvNetOptions.InitialDeviation)),
        new ConvNetOptions().InitialDeviation);

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _architecture, _vectors, _dimension, _widths, _filters, _activation, _deviation })
            command.Add(option);
    }

    /// <summary>
    /// The first given switch that describes a new network; null if none was given. --vectors isn't one of them: a network that is trained
    /// further may get vectors.
    /// </summary>
    public string? FirstGiven(GivenSwitches given) => given.First(_architecture, _dimension, _widths, _filters, _activation);

    public ConvNetOptions Read(ParseResult arguments)
    {
        bool hasVectors = arguments.GetValue(_vectors) is not null;
        int? dimension = arguments.GetValue(_dimension);
        Architecture architecture = arguments.GetValue(_architecture) is { } name
            ? Architecture.Parse(name)
            : Architecture.Default(hasVectors);
        Check(architecture, hasVectors, dimension);
        var embedding = new EmbeddingOptions { Vectors = _vectors.Read(arguments) };
        var network = new ConvNetOptions
        {
            Activation = _activation.Read(arguments),
            InitialDeviation = arguments.GetValue(_deviation),
            Embedding = dimension is { } length ? embedding with { Dimension = length } : embedding,
        };
        int[]? widths = arguments.GetResult(_widths) is null ? null : arguments.GetValue(_widths);
        return architecture.Apply(network, widths?.ToImmutableArray(), arguments.GetValue(_filters));
    }

    private static void Check(Architecture architecture, bool hasVectors, int? dimension)
    {
        if (architecture.NeedsVectors && !hasVectors)
            throw new ArgumentException($"--architecture {architecture} needs --vectors; pass them, or use --architecture random");
        if (!architecture.NeedsVectors && hasVectors)
            throw new ArgumentException($"--architecture {architecture} takes no --vectors; leave one of them out");
        if (dimension is null || architecture.IsRandom) return;
        throw new ArgumentException(architecture.NeedsVectors
            ? "--vectors have their own dimension; --dimension is for --architecture random"
            : $"--architecture {architecture} takes no --dimension; it is for --architecture random");
    }

    private static int[]? ParseWidths(ArgumentResult argument)
    {
        string given = string.Join(',', argument.Tokens.Select(token => token.Value));
        int[] widths = [.. given.Split(',').Select(ParseWidth)];
        var range = SwitchRange<int>.Of<FilterGroup>(nameof(FilterGroup.Width));
        if (!widths.All(range.Contains) || widths.Distinct().Count() < widths.Length)
        {
            argument.AddError(
                $"--widths is '{given}'; different whole numbers {range}, separated by commas, were expected, "
                + "such as 1,2,3");
        }

        return widths;
    }

    /// <summary>Parses a width; −1 if it isn't a number.</summary>
    private static int ParseWidth(string given) =>
        int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int width) ? width : -1;
}
