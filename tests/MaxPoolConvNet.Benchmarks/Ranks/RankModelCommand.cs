using System.CommandLine;
using System.Globalization;

namespace MaxPoolConvNet.Benchmarks.Ranks;

/// <summary>Tables of the time of an epoch and of the memory of a rank, computed by <see cref="EpochModel"/> with what ranks-delay has measured.</summary>
internal sealed class RankModelCommand : Command
{
    private static readonly int[] _ranks = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];
    private static readonly Link[] _links = [new(5e-6, 5e9), new(30e-6, 1.25e9), new(30e-6, 125e6), new(1e-3, 125e6)];

    private readonly Option<string[]> _costs = new("--costs")
    {
        Description = "positions of filters and ns per word, as ranks-delay prints them", Required = true, AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<double> _words = new("--words") { Description = "words per text", DefaultValueFactory = _ => 234 };
    private readonly Option<int> _vocabulary = new("--vocabulary") { Description = "known words", DefaultValueFactory = _ => 30_000 };
    private readonly Option<int> _texts = new("--texts") { Description = "texts of the tables of ranks", DefaultValueFactory = _ => 1_000_000 };
    private readonly Option<int[]> _filters = new("--filters")
    {
        Description = "filters of each of the widths 1, 2 and 3", DefaultValueFactory = _ => [100, 1_400], AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<int[]> _batches = new("--batch")
    {
        Description = "texts per step", DefaultValueFactory = _ => [32, 256, 4_096], AllowMultipleArgumentsPerToken = true,
    };

    public RankModelCommand()
        : base("ranks-model", "the time of an epoch and the memory of a rank by a model: 1 to 1,024 ranks, slow and fast networks, up to 100 million texts")
    {
        foreach (Option option in new Option[] { _costs, _words, _vocabulary, _texts, _filters, _batches })
            Add(option);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        var costs = new EpochCosts([.. arguments.GetValue(_costs)!.Select(Point)]);
        foreach (int filters in arguments.GetValue(_filters)!)
        {
            EpochModel model = new(
                costs, arguments.GetValue(_texts), arguments.GetValue(_words), arguments.GetValue(_vocabulary), filters, Batch: 1);
            foreach (int batch in arguments.GetValue(_batches)!)
                TimesOf(model with { Batch = batch });
            MemoryOf(model with { Batch = arguments.GetValue(_batches)![0] });
        }
    }

    private static (double Positions, double Seconds) Point(string text)
    {
        double[] numbers = [.. text.Split(':').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        return (numbers[0], numbers[1] / 1e9);
    }

    private static void TimesOf(EpochModel model)
    {
        Markdown.Line($"{model.Texts:N0} texts of {model.WordsPerText} words, 4 networks of {3 * model.Filters:N0} filters, batches of {model.Batch:N0}: seconds of an epoch (efficiency)");
        Markdown.Line();
        Markdown.Head(["ranks", .. _links.Select(link => $"{link}")]);
        foreach (int ranks in Ranks(model))
            Markdown.Row([ranks.ToString("N0", CultureInfo.InvariantCulture), .. _links.Select(link => Cell(model, ranks, link))]);
        Markdown.Line();
    }

    private static string Cell(EpochModel model, int ranks, Link link)
    {
        double seconds = model.Seconds(ranks, link);
        double efficiency = 100 * model.Seconds(1, link) / (ranks * seconds);
        return string.Create(CultureInfo.InvariantCulture, $"{Markdown.Number(seconds)} ({efficiency:F0} %)");
    }

    private static void MemoryOf(EpochModel model)
    {
        Link link = _links[1];
        Markdown.Line($"4 networks of {3 * model.Filters:N0} filters over {model.Vocabulary:N0} words, batches of {model.Batch:N0}, {link}: hours of an epoch; GB of the networks and of the encoded texts at a rank");
        Markdown.Line();
        int[] texts = [10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];
        Markdown.Head(["ranks", "networks, GB", .. texts.Select(count => count.ToString("N0", CultureInfo.InvariantCulture))]);
        Markdown.Row(["encoded texts, GB", "", .. texts.Select(count => Markdown.Number((model with { Texts = count }).TextBytes / 1e9))]);
        foreach (int ranks in Ranks(model))
        {
            string[] hours = [.. texts.Select(count => Markdown.Number((model with { Texts = count }).Seconds(ranks, link) / 3600))];
            Markdown.Row([ranks.ToString("N0", CultureInfo.InvariantCulture), Markdown.Number(model.NetworkBytes(ranks) / 1e9), .. hours]);
        }

        Markdown.Line();
    }

    /// <summary>Powers of two, and the most ranks that can share the work.</summary>
    private static IEnumerable<int> Ranks(EpochModel model) =>
        _ranks.Where(ranks => ranks <= model.MostRanks).Append(Math.Min(model.MostRanks, _ranks[^1])).Distinct();
}
