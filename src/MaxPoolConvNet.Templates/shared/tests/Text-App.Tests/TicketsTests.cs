using MaxPoolConvNet;
using MaxPoolConvNet.Evaluation;
using Xunit;

namespace Text_App.Tests;

/// <summary>The texts are good enough to train on. Keep these tests when you replace them: they show when a change makes labels worse.</summary>
public class TicketsTests
{
    private static readonly Lazy<TextClassifier> _classifier = new(Tickets.Train);

    [Fact]
    public void HeldOutTexts_MostlyGetTheirLabel()
    {
        EvaluationReport report = Tickets.Evaluate();

        Assert.True(report.Accuracy >= 0.6, report.ToString());
    }

    [Theory]
    [InlineData("billing", "You charged my card for an invoice that I already paid.")]
    [InlineData("delivery", "The courier lost my parcel, and tracking shows nothing.")]
    [InlineData("technical", "Since the update the app crashes with an error when I log in.")]
    public void NewTexts_GetTheirLabel(string label, string text) => Assert.Equal(label, _classifier.Value.Predict(text).Label);
}
