using System.CommandLine;
using System.Globalization;

namespace MaxPoolConvNet.Benchmarks.Trust;

/// <summary>How many texts of another set a familiarity refuses at which 5 % of a classifier's own test texts are refused.</summary>
internal sealed class FamiliarityCommand : Command
{
    private const double OwnRefused = 0.05;

    private readonly Option<string> _data = new("--data") { Description = "the folder of the data sets", Required = true };
    private readonly Option<string[]> _set = new("--set") { Description = "a set to measure on, or several of them; without it all" };

    public FamiliarityCommand()
        : base("familiarity", "share of other sets' texts that is refused where 5 % of one's own are")
    {
        Add(_data);
        Add(_set);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        string folder = arguments.GetValue(_data)!;
        IReadOnlyList<TrustSet> sets = TrustSet.Named(arguments.GetValue(_set));
        var texts = sets.ToDictionary(set => set, set => set.TestTexts(folder));
        Markdown.Line($"refused, in %, where exactly 5 % of the set's own test texts are; in brackets the own texts below a familiarity of 0.05");
        Markdown.Line();
        Markdown.Head(["trained on", .. sets.Select(set => set.Name)]);
        foreach (TrustSet own in sets)
        {
            TextClassifier classifier = TextClassifier.Train(own.Split(folder, 1).Training);
            double least = classifier.MinimumFamiliarity(texts[own], OwnRefused)!.Value;
            Markdown.Row([own.Name, .. sets.Select(other => other == own
                ? Text($"({100 * Below(classifier, texts[own], OwnRefused):F1})")
                : Text($"{100 * Below(classifier, texts[other], least):F1}"))]);
        }
    }

    private static double Below(TextClassifier classifier, IReadOnlyList<string> texts, double least) =>
        texts.Average(text => classifier.Predict(text).Familiarity < least ? 1.0 : 0);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
