using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.RawText;

/// <summary>
/// A file of raw texts, a line each, to a file of labels and probabilities. Both sides read the same file. Ours runs in this process, with the
/// classifier at hand; fastText's program loads its model in every run, which is taken off: the time of a run on a file of one line.
/// </summary>
internal static class FileOfTexts
{
    public static void Print(TextClassifier classifier, FastTextPredictor fastText, IReadOnlyList<LabeledText> texts, int copies, int rounds)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("maxpoolconvnet");
        try
        {
            string input = Path.Combine(folder.FullName, "texts.txt");
            string oneLine = Path.Combine(folder.FullName, "line.txt");
            string ours = Path.Combine(folder.FullName, "ours.txt");
            string theirs = Path.Combine(folder.FullName, "theirs.txt");
            string loaded = Path.Combine(folder.FullName, "loaded.txt");
            string[] lines = [.. texts.Select(text => text.Text.ReplaceLineEndings(" "))];
            File.WriteAllLines(input, Enumerable.Repeat(lines, copies).SelectMany(copy => copy));
            File.WriteAllLines(oneLine, lines.Take(1));
            IReadOnlyList<Timing> timings = SideBySide.Measure(
                rounds,
                roundSeconds: 0,
                () => FilePrediction.Run(classifier, input, ours),
                () => fastText.Predict(input, theirs),
                () => fastText.Predict(oneLine, loaded));

            int count = copies * lines.Length;
            double predicting = timings[1].Median - timings[2].Median;
            if (predicting < timings[2].Most - timings[2].Least)
            {
                throw new InvalidOperationException(
                    $"fastText predicts {count} texts in less than its loading varies ({timings[2]}); more --copies than {copies} are needed");
            }

            Markdown.Head($"a file of {count} texts", "texts/s", "the whole run", "accuracy on the texts learned from");
            Markdown.Row(
                $"{WriteupClassifier.Title}", Markdown.Number(count / timings[0].Median), $"{timings[0]}", HitRate.Of(texts, FilePrediction.Labels(ours)));
            Markdown.Row(
                "fastText, `predict-prob`, -wordNgrams 2 -dim 100 (another model: a bag of words and bigrams)",
                Markdown.Number(count / predicting), $"{timings[1]}, of which {timings[2]} to load the model", HitRate.Of(texts, fastText.Labels(theirs)));
            Markdown.Row("ratio", Markdown.Number(predicting / timings[0].Median), "", "");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
