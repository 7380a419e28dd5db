using System.CommandLine;
using System.Globalization;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Trust;

/// <summary>Whether the error rates that classifiers promise are kept: trained on random halves, tested on the other halves.</summary>
internal sealed class PromisesCommand : Command
{
    private static readonly double[] _rates = [0.02, 0.05, 0.1];

    private readonly Option<string> _data = new("--data") { Description = "the folder of the data sets", Required = true };
    private readonly Option<string[]> _set = new("--set") { Description = "a set to measure on, or several of them; without it all" };
    private readonly Option<int> _first = new("--first") { Description = "the seed of the first random halves", DefaultValueFactory = _ => 1 };
    private readonly Option<int> _splits = new("--splits") { Description = "how many random halves", DefaultValueFactory = _ => 100 };

    public PromisesCommand()
        : base("promises", "errors of accepted predictions beside the promised rates, over random halves")
    {
        foreach (Option option in new Option[] { _data, _set, _first, _splits })
            Add(option);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        (int first, int splits) = (arguments.GetValue(_first), arguments.GetValue(_splits));
        Markdown.Line($"{Machine.Description}; default options with acceptance, {splits} random halves from seed {first}");
        Markdown.Line();
        Markdown.Head(
            "set", "promised", "splits with a threshold", "mean error of the accepted", "splits whose error is above the rate with 95 % confidence",
            "mean accepted share", "of the best threshold's in hindsight");
        foreach (TrustSet set in TrustSet.Named(arguments.GetValue(_set)))
        {
            var kept = _rates.ToDictionary(rate => rate, _ => new List<KeptPromise>());
            for (int split = first; split < first + splits; split++)
            {
                TextSplit halves = set.Halves(arguments.GetValue(_data)!, split);
                TextClassifier classifier =
                    new Trainer(new TrainingOptions { Seed = (ulong)split, Acceptance = true }).Train(halves.Training).Classifier;
                TestedAnswer[] answers = TestedAnswer.Of(classifier, halves.HeldOut);
                foreach (double rate in _rates)
                    kept[rate].Add(KeptPromise.Of(classifier.AcceptAt(rate), answers, rate));
                Console.Error.WriteLine($"{set.Name}, {split}: {string.Join(", ", _rates.Select(rate => kept[rate][^1]))}");
            }

            foreach (double rate in _rates)
                Print(set.Name, rate, kept[rate]);
        }
    }

    private static void Print(string name, double rate, List<KeptPromise> all)
    {
        KeptPromise[] promised = [.. all.Where(one => one.Accepted > 0)];
        Markdown.Row(
            name,
            Text($"{100 * rate:0} %"),
            Text($"{all.Count(one => one.HasThreshold)}"),
            promised.Length == 0 ? "" : Text($"{100 * promised.Average(one => (double)one.Wrong / one.Accepted):F2} %"),
            Text($"{all.Count(one => one.IsBroken)}"),
            Text($"{100 * all.Average(one => one.Coverage):F1} %"),
            Text($"{all.Average(one => one.Coverage) / Math.Max(1e-9, all.Average(one => one.BestCoverage)):F2}"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
