using MaxPoolConvNet;
using MaxPoolConvNet.Text;

namespace Guides;

/// <summary>The code of explain.md.</summary>
internal static class ExplainPage
{
    public static Task RunAsync()
    {
        (TextClassifier classifier, Explanation explanation) = ExplainAText();
        ReadWindows(explanation);
        ReadWords(explanation);
        ReadEveryLabel(explanation);
        ExplainAnotherLabel(classifier);
        FindModelNgrams(classifier);
        FindNgrams(classifier);
        return Task.CompletedTask;
    }

    private static (TextClassifier Classifier, Explanation Explanation) ExplainAText()
    {
        // begin
        TextClassifier classifier = TextClassifier.Load("reviews.safetensors");
        Explanation explanation = classifier.Explain("Looks nice, but it broke within a week.");

        Console.WriteLine(explanation);                               // ToTerminal() shades the words
        File.WriteAllText("explanation.html", explanation.ToHtml());  // a complete page
        // end
        return (classifier, explanation);
    }

    private static void ReadWindows(Explanation explanation)
    {
        // begin
        foreach (ExplainedWindow window in explanation.Windows.Where(window => !window.IsWeak).Take(5))
            Console.WriteLine($"{window.Contribution:+0.00;-0.00} '{window.Text}' won {window.FilterCount} filters of width {window.Width}");

        double sum = explanation.Bias + explanation.Windows.Sum(window => window.Contribution);
        Console.WriteLine($"bias and windows: {sum:F4}; logit of '{explanation.Label}': {explanation.Logit:F4}");
        // end
    }

    private static void ReadWords(Explanation explanation)
    {
        // begin
        foreach (ExplainedWord word in explanation.Words)
            Console.WriteLine($"{word.Contribution,6:+0.00;-0.00} {word.Text}");
        // end
    }

    private static void ReadEveryLabel(Explanation explanation)
    {
        // begin
        for (int label = 0; label < explanation.Labels.Length; label++)
        {
            double fromWindows = explanation.Windows.Sum(window => window.Contributions[label]);
            Console.WriteLine($"{explanation.Labels[label]}: {explanation.Biases[label]:F3} + {fromWindows:F3} = {explanation.Logits[label]:F3}");
        }
        // end
    }

    private static void ExplainAnotherLabel(TextClassifier classifier)
    {
        // begin
        Explanation why = classifier.Explain("Looks nice, but it broke within a week.", label: "positive");
        Console.WriteLine($"for 'positive' speaks most: '{why.Windows.MaxBy(window => window.Contribution)!.Text}'");
        // end
    }

    private static void FindModelNgrams(TextClassifier classifier)
    {
        // begin
        NgramReport model = classifier.FindModelNgrams(new NgramOptions { PerLabel = 5 });
        foreach (LabelNgrams label in model.Labels)
            Console.WriteLine($"{label.Label}: {string.Join(" | ", label.Ngrams.Select(ngram => ngram.Text))}");
        // end
    }

    private static void FindNgrams(TextClassifier classifier)
    {
        // begin
        IEnumerable<string> texts = LabeledTextFile.Read("reviews.csv").Select(text => text.Text);
        NgramReport found = classifier.FindNgrams(texts, new NgramOptions { PerLabel = 5 });
        foreach (LabelNgram ngram in found.Labels.Single(label => label.Label == "negative").Ngrams)
            Console.WriteLine($"'{ngram.Text}' adds {ngram.Contribution:F2} in {ngram.TextCount} texts");
        // end
    }
}
