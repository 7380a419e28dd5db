using System.Diagnostics;
using System.Globalization;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Samples.GradientCheck;

/// <summary>The writeup's setting: F = 100, k = 2, a vocabulary of 10,000, a random text of 100 words, label 1.</summary>
internal static class WriteupCheck
{
    private const int VocabularySize = 10_000;

    /// <returns>0 if every gradient is right, else 1.</returns>
    public static int Run()
    {
        bool passed = true;
        foreach (double deviation in new[] { 0.01, 0.3 })
        {
            var options = new ConvNetOptions
            {
                Filters = [new(2)], Padding = Padding.Narrow, Biases = false, InitialDeviation = deviation,
            };
            ConvNet network = ConvNet.Random(VocabularySize, options, seed: 1);
            var random = new Random(1);
            TextInput text = TextInput.FromWordIds([.. Enumerable.Range(0, 100).Select(_ => random.Next(VocabularySize))]);

            var watch = Stopwatch.StartNew();
            GradientReport report = GradientChecker.Check(network, text, Target.OfClass(1));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"weights from N(0, {deviation}²), checked in {watch.Elapsed.TotalSeconds:F2} s"));
            Console.WriteLine(report);
            Console.WriteLine();
            passed &= report.HasPassed;
        }

        return passed ? 0 : 1;
    }
}
