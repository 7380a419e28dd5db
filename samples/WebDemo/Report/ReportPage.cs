using System.Globalization;
using System.Xml.Linq;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Extensions.Hosting;
using static MaxPoolConvNet.Samples.WebDemo.Markup;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>The report: how good the model in service is on the held-out texts, and what it has learned.</summary>
internal sealed class ReportPage(
    ITextClassifierService service, StartingTexts starting, CorrectionStore corrections, LearningState learning, TimeProvider time)
{
    public string Render()
    {
        TextClassifier classifier = service.Current.Classifier;
        EvaluationReport report = classifier.Evaluate(starting.SplitWith(corrections.Current.All).HeldOut);
        ModelNotes notes = ModelNotes.Of(classifier);
        string when = time.GetUtcNow().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        XElement page = Element(
            "html",
            new XAttribute("lang", "en"),
            Element(
                "head",
                Element("meta", new XAttribute("charset", "utf-8")),
                Element("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                Element("meta", new XAttribute("name", "color-scheme"), new XAttribute("content", "light dark")),
                Element("title", "Report – Live text classifier"),
                Element("link", new XAttribute("rel", "icon"), new XAttribute("href", "icon.svg")),
                Element("link", new XAttribute("rel", "stylesheet"), new XAttribute("href", "main.css"))),
            Element(
                "body",
                Element(
                    "header",
                    Element(
                        "div",
                        Element("h1", "Report of the model"),
                        Element(
                            "p",
                            $"Trained on {Number(notes.TrainingTextCount)} texts, tested on {Number(report.TextCount)} others. "
                            + $"Model {service.Current.Checksum}, {when}.")),
                    Element("p", Element("a", new XAttribute("href", "./"), "Back to the classifier"))),
                Element("main", Class("report"), Sections(classifier, report))));
        return "<!DOCTYPE html>\n" + page.ToString(System.Xml.Linq.SaveOptions.DisableFormatting);
    }

    private XElement[] Sections(TextClassifier classifier, EvaluationReport report) =>
    [
        Section("figures", "Figures on held-out texts", Tiles(report), OfLabels(report)),
        Section("promises", "How sure it is", Promises(report)),
        Section("ngrams", "What speaks for each label", Ngrams(classifier)),
        Section("lessons", "What it learned since the start of the app", Lessons()),
    ];

    private static XElement Tiles(EvaluationReport report) => Element(
        "dl",
        Class("tiles"),
        Tile("Accuracy", Percent(report.Accuracy), $"{Number(report.CorrectCount)} of {Number(report.TextCount)} texts"),
        Tile("Macro F1", Percent(report.MacroAverage.F1), "mean of the labels"),
        Tile("Calibration error", Percent(report.ExpectedCalibrationError), "probabilities against facts"));

    private static XElement Tile(string name, string value, string note) =>
        Element("div", Element("dt", name), Element("dd", value), Element("dd", Class("note"), note));

    private static XElement OfLabels(EvaluationReport report) => Table(
        "Figures of each label",
        ["Label", "Precision", "Recall", "F1", "Texts"],
        report.Classes.Select(one => new[]
        {
            one.Label, Percent(one.Precision), Percent(one.Recall), Percent(one.F1), Number(one.Support),
        }));

    private static XElement Promises(EvaluationReport report) => report.Promises.IsEmpty
        ? Element("p", Class("note"), "The model promises no error rate: it has too few texts.")
        : Table(
            "Promised and measured error rates",
            ["Promised: at most", "Sure answers", "Of these wrong", "Error rate"],
            report.Promises.Select(one => new[]
            {
                Percent(one.MaximumErrorRate), Percent(one.Coverage), Number(one.WrongCount), Percent(one.ErrorRate),
            }));

    private XElement Ngrams(TextClassifier classifier)
    {
        NgramReport ngrams = classifier.FindNgrams(starting.All.Select(text => text.Text));
        return Element("div", Class("cards"), ngrams.Labels.Select(label => Element(
            "div",
            Element("h3", Element("bdi", label.Label)),
            Element("ol", label.Ngrams.Select(ngram => Element(
                "li",
                Element("bdi", ngram.Text),
                Element("span", Class("note"), $" {Number(ngram.TextCount)} texts")))))));
    }

    private XElement Lessons()
    {
        IReadOnlyList<LessonReport> lessons = learning.Snapshot().Reports;
        if (lessons.Count == 0) return Element("p", Class("note"), "Nothing yet: there was no new correction.");
        return StackedTable(
            "Trainings",
            [
                "Ended (UTC)", "Outcome", "New corrections", "Deleted", "Accuracy before", "Accuracy after", "95 % interval of the difference",
            ],
            lessons.Select(one => new[]
            {
                one.At.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
                one.Outcome switch { LessonOutcome.Taken => "taken", LessonOutcome.Refused => "refused", _ => "failed" },
                Number(one.NewCorrectionCount),
                Number(one.DeletedCorrectionCount),
                Percent(one.Comparison?.AccuracyBefore),
                Percent(one.Comparison?.AccuracyAfter),
                one.Comparison is { } compared ? $"{Signed(compared.Lower)} … {Signed(compared.Upper)}" : "–",
            }));
    }
}
