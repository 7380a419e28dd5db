using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using MaxPoolConvNet.Evaluation;

namespace MaxPoolConvNet.Tool.Tests;

public sealed class ReportPageTests(ReportPages pages) : IClassFixture<ReportPages>
{
    private static readonly string[] _sections = ["learning", "confusion", "calibration", "coverage", "precision-recall", "labels", "mistakes", "ngrams", "duplicates", "settings"];

    [Fact]
    public void EveryPage_HasEverySectionWithContentAndALinkToIt()
    {
        foreach (ParsedPage page in new[] { pages.One, pages.Several, pages.WithoutHeldOut })
        {
            Assert.Equal(_sections, page.Sections.Select(section => (string?)section.Attribute("id")));
            Assert.All(page.Sections, section => Assert.True(section.Elements().Count() > 1));
            Assert.Equal(_sections.Select(id => "#" + id), page.All("a").Select(link => (string?)link.Attribute("href")));
        }
    }

    [Fact]
    public void APage_NeedsNothingFromElsewhere()
    {
        foreach (string text in new[] { pages.One.Text, pages.Several.Text })
        {
            foreach (string unwanted in new[] { "<script", "<link", "<img", "src=", "@import", "url(http", "url(\"", "<iframe" })
                Assert.DoesNotContain(unwanted, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
            Assert.StartsWith("<!DOCTYPE html>", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void OnlyElementsThatHtmlKnowsAsEmpty_CloseThemselves()
    {
        XNamespace xhtml = "http://www.w3.org/1999/xhtml";

        Assert.Equal(["meta"], pages.One.Root.Descendants().Where(element => element.IsEmpty && element.Name.Namespace == xhtml).Select(element => element.Name.LocalName).Distinct());
    }

    [Fact]
    public void Plots_ScaleHaveADescriptionAndThePagesColour()
    {
        Assert.Equal(7, pages.One.Plots.Count);
        Assert.All(pages.One.Plots, plot =>
        {
            Assert.Null(plot.Attribute("width"));
            Assert.NotNull(plot.Attribute("viewBox"));
            Assert.NotEqual("", (string?)plot.Attribute("aria-label"));
            Assert.Contains("currentColor", plot.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("rgb(1,2,3)", plot.ToString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Ids_AreThereOnceAndReferencesLeadToThem()
    {
        string[] ids = [.. pages.One.Root.Descendants().Attributes("id").Select(id => id.Value)];

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(pages.One.Root.Descendants().Attributes("clip-path"), clip => Assert.Contains(clip.Value[5..^1], ids));
    }

    [Fact]
    public void TheFigures_AreThoseOfTheEvaluation()
    {
        EvaluationReport evaluation = pages.Evaluation;

        Assert.InRange(evaluation.Accuracy, 0.5, 0.99);
        Assert.Equal($"{100 * evaluation.Accuracy:0.0} %", pages.One.Figure("Accuracy"));
        Assert.Equal(Shown(evaluation.Loss), pages.One.Figure("Log-loss"));
        Assert.Equal(Shown(evaluation.ExpectedCalibrationError), pages.One.Figure("Calibration error"));
        Assert.Equal(Shown(evaluation.MacroAverage.F1), pages.One.Figure("Macro F1"));
        Assert.Equal(("60", "3"), (pages.One.Figure("Training texts"), pages.One.Figure("Labels")));
    }

    [Fact]
    public void TheTableOfLabels_IsThatOfTheEvaluation()
    {
        IEnumerable<string[]> expected = pages.Evaluation.Classes.Select(one => (string[])[one.Label, Shown(one.Precision), Shown(one.Recall), Shown(one.F1), $"{one.Support}"]);

        Assert.Equal(expected, pages.One.Rows("labels").SkipLast(2));
    }

    [Fact]
    public void TheReliabilityTable_HasAllBins()
    {
        IEnumerable<string[]> expected = pages.Evaluation.Calibration.Select(bin => (string[])
            [Shown(bin.Lower), Shown(bin.Upper), $"{bin.TextCount}", bin.MeanProbability is { } mean ? Shown(mean) : "–", bin.Accuracy is { } accuracy ? Shown(accuracy) : "–"]);

        Assert.Equal(expected, pages.One.Rows("calibration"));
    }

    [Fact]
    public void TheCurveOfErrors_IsThatOfTheEvaluation()
    {
        IEnumerable<string[]> expected = pages.Evaluation.RiskCoverage.Select(point => (string[])[Shown(point.MinimumProbability), Shown(point.Coverage), Shown(point.ErrorRate)]);

        Assert.Equal(expected, pages.One.Rows("coverage"));
        Assert.Contains(Shown(pages.Evaluation.AreaUnderRiskCoverageCurve!.Value), pages.One.Section("coverage").Value, StringComparison.Ordinal);
        Assert.Contains("promises no error rate", pages.One.Section("coverage").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Confusions_AreThoseOfTheMatrix()
    {
        ConfusionMatrix matrix = pages.Evaluation.Confusion!;
        var expected =
            from actual in Enumerable.Range(0, 3)
            from predicted in Enumerable.Range(0, 3)
            where actual != predicted && matrix[actual, predicted] > 0
            orderby matrix[actual, predicted] descending
            select (string[])[matrix.Labels[actual], matrix.Labels[predicted], $"{matrix[actual, predicted]}"];

        Assert.Equal(expected, pages.One.Rows("confusion"));
        string plot = pages.One.Plots.Single(one => one.Attribute("aria-label")!.Value.StartsWith("Confusion", StringComparison.Ordinal)).Value;
        Assert.All(matrix.Labels, label => Assert.Contains(label, plot, StringComparison.Ordinal));
    }

    [Fact]
    public void Mistakes_AreAllThereTheMostConfidentFirst()
    {
        XElement[] mistakes = [.. ParsedPage.All(pages.One.Section("mistakes"), "li")];

        Assert.Equal(Math.Min(20, pages.Evaluation.TextCount - pages.Evaluation.CorrectCount), mistakes.Length);
        double[] probabilities = [.. mistakes.Select(mistake => double.Parse(ParsedPage.All(mistake, "span").First().Value.Split(' ')[^2], CultureInfo.InvariantCulture))];
        Assert.Equal(probabilities.OrderDescending(), probabilities);
        Assert.All(mistakes, mistake => Assert.Contains("background:rgba(", mistake.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void NearDuplicates_AreToldWithExamplesAndWhatIsRecognizedWithoutThem()
    {
        string section = pages.One.Section("duplicates").Value;

        Assert.Matches(@"[1-9]\d* of 60 held-out texts", section);
        Assert.Matches(@"without them, the accuracy is \d+\.\d %|all held-out texts have one", section);
        Assert.NotEmpty(pages.One.Rows("duplicates"));
    }

    [Fact]
    public void TheStrongestNgrams_AreThereForEachLabel()
    {
        XElement section = pages.One.Section("ngrams");

        Assert.Equal(["bad", "good", "soso"], ParsedPage.All(section, "h3").Select(label => label.Value));
        Assert.Contains("superb", section.Value, StringComparison.Ordinal);
        Assert.Contains("in the 60 training texts", section.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void TheSameTraining_GivesTheSamePage() => Assert.Equal(pages.One.WithoutTimes(), pages.Again.WithoutTimes());

    [Fact]
    public void LearningCurves_TellThatNothingWasWatched()
    {
        Assert.Contains("only with --early-stopping", pages.One.Section("learning").Value, StringComparison.Ordinal);
        Assert.All(pages.One.Rows("learning"), row => Assert.Equal(("–", "–"), (row[3], row[4])));
        Assert.Equal(20, pages.One.Rows("learning").Length);
    }

    [Fact]
    public void EarlyStopping_GivesCurvesOfWatchedTexts()
    {
        ParsedPage page = pages.Train(pages.Data, "--early-stopping", "2", "--model", pages.Model + "2");

        Assert.DoesNotContain(page.Rows("learning"), row => row[3] == "–" || row[4] == "–");
        Assert.Contains("validation texts (early stopping)", page.Section("learning").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutHeldOutTexts_ThePageTellsWhatIsMissingAndWhy()
    {
        foreach (string id in _sections.Except(["learning", "ngrams", "settings"]))
            Assert.Contains("no texts were held out (--hold-out 0)", pages.WithoutHeldOut.Section(id).Value, StringComparison.Ordinal);
        Assert.DoesNotContain(pages.WithoutHeldOut.All("dt"), one => one.Value == "Accuracy");
        Assert.Equal(2, pages.WithoutHeldOut.Plots.Count);
    }

    [Fact]
    public void WhereATextMayHaveSeveralLabels_ErrorsOfEachStandForTheMatrix()
    {
        Assert.Equal("Errors of each label", pages.Several.Section("confusion").Elements().First().Value);
        string[][] rows = pages.Several.Rows("confusion");
        string[][] labels = pages.Several.Rows("labels");
        Assert.Equal(["long", "neg", "pos"], rows.Select(row => row[0]).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal(labels.Single(label => label[0] == row[0])[4], $"{int.Parse(row[1], CultureInfo.InvariantCulture) + int.Parse(row[2], CultureInfo.InvariantCulture)}"));
        Assert.Contains(pages.Several.All("dt"), one => one.Value == "Exact matches");
    }

    [Fact]
    public void Settings_AreThoseOfTheModelsFile()
    {
        JsonObject settings = JsonNode.Parse(TextClassifier.Load(pages.Model).Metadata["settings"])!.AsObject();
        var rows = pages.One.Rows("settings").ToDictionary(row => row[0], row => row[1]);

        Assert.Equal(settings.Count, rows.Count);
        Assert.Equal(("none", "none"), (rows["embedding"], rows["earlyStopping"]));
        Assert.Equal(("10", "20", "1"), (rows["filters"], rows["epochs"], rows["batchSize"]));
    }

    private static string Shown(double value) => value.ToString("F4", CultureInfo.InvariantCulture);
}
