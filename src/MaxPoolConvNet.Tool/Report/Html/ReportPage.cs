using MaxPoolConvNet.Tool.Files;
using static MaxPoolConvNet.Tool.Report.Html.PageMarkup;

namespace MaxPoolConvNet.Tool.Report.Html;

/// <summary>Writes a report as one HTML file.</summary>
internal static class ReportPage
{
    /// <summary>Creates the report and writes it to a file; an existing file is overwritten.</summary>
    /// <exception cref="IOException">The file can't be written.</exception>
    public static void Save(string path, ReportSource source)
    {
        ReportData data = ReportData.Of(source);
        OutputFile.Write(path, file => Write(data, file));
    }

    /// <summary>Writes the page in UTF-8.</summary>
    public static void Write(ReportData data, Stream stream)
    {
        string title = $"{(data.Training is null ? "Test" : "Training")} on {data.DataFile}";
        Section?[] sections =
        [
            LearningSection.Of(data),
            ConfusionSection.Of(data),
            CalibrationSection.Of(data),
            CoverageSection.Of(data),
            PrecisionRecallSection.Of(data),
            ClassSection.Of(data),
            MistakesSection.Of(data),
            NgramsSection.Of(data),
            DuplicatesSection.Of(data),
            RanksSection.Of(data),
            SettingsSection.Of(data),
        ];
        SectionedPage.Write(title, Summary(data), FigureTiles.Of(data), [.. sections.OfType<Section>()], stream);
    }

    private static string Summary(ReportData data)
    {
        string kind = data.TrainingTexts == 0 ? "text" : "held-out text";
        string? tested = data.HeldOut is { } heldOut ? Count(heldOut.Evaluation.TextCount, kind) : null;
        if (data.TrainingTexts == 0)
        {
            return $"A classifier from a file, tested on {tested}. "
                + "The figures are valid only if it wasn't trained on these texts.";
        }

        string trained = $"Trained on {Count(data.TrainingTexts, "text")}";
        return tested is not null
            ? $"{trained}, tested on {tested}."
            : $"{trained}. No texts were held out (--hold-out 0), so nothing here measures the accuracy on new texts.";
    }
}
