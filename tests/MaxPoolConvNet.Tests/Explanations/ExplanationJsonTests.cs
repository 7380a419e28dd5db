using System.Text.Json;

namespace MaxPoolConvNet.Tests;

public class ExplanationJsonTests
{
    public static TheoryData<string> Forms { get; } = [.. RandomClassifier.Forms];

    [Fact]
    public void ToJson_IsOneLine_WithLettersOfAllScripts() => Assert.Equal(
        """
        {"label":"positive","probability":0.8210075019831129,"logit":1.5231883525848389,"bias":0,"paddingContribution":0,"text":"<日本> \"good\"\nbad\uFFFD","words":[{"start":6,"length":4,"text":"good","contribution":1.5231883525848389},{"start":12,"length":3,"text":"bad","contribution":0}],"windows":[{"start":6,"length":4,"text":"good","width":1,"filters":1,"contribution":1.5231883525848389}]}
        """,
        SmallClassifier.ByHand.Explain("<日本> \"good\"\nbad\uD800").ToJson());

    [Fact]
    public void ToJson_OfALabelThatAWordSpeaksAgainst_HasANegativeContribution() => Assert.Equal(
        """
        {"label":"negative","probability":0.17899249801688707,"logit":-1.5231883525848389,"bias":0,"paddingContribution":0,"text":"good","words":[{"start":0,"length":4,"text":"good","contribution":-1.5231883525848389}],"windows":[{"start":0,"length":4,"text":"good","width":1,"filters":1,"contribution":-1.5231883525848389}]}
        """,
        SmallClassifier.ByHand.Explain("good", "negative").ToJson());

    [Theory]
    [MemberData(nameof(Forms))]
    public void ToJson_HasEveryFigureWithAllItsDigits(string form)
    {
        TextClassifier classifier = RandomClassifier.Of(form);
        foreach (string text in RandomClassifier.Texts)
        {
            Explanation explanation = classifier.Explain(text);
            string line = explanation.ToJson();
            JsonElement json = JsonDocument.Parse(line).RootElement;

            Assert.DoesNotContain('\n', line);
            Assert.Equal(["label", "probability", "logit", "bias", "paddingContribution", "text", "words", "windows"], json.EnumerateObject().Select(one => one.Name));
            Assert.Equal((explanation.Label, Valid(text)), (Text(json, "label"), Text(json, "text")));
            Assert.Equal(
                [explanation.Probability, explanation.Logit, explanation.Bias, explanation.PaddingContribution],
                json.EnumerateObject().Skip(1).Take(4).Select(one => one.Value.GetDouble()));
            Assert.Equal(
                explanation.Words.Select(word => (word.Start, word.Length, Valid(word.Text), word.Contribution)),
                json.GetProperty("words").EnumerateArray().Select(word => (Whole(word, "start"), Whole(word, "length"), Text(word, "text"), Number(word))));
            Assert.Equal(
                explanation.Windows.Select(window => (window.Start, window.Length, Valid(window.Text), window.Width, window.FilterCount, window.Contribution)),
                json.GetProperty("windows").EnumerateArray().Select(window =>
                    (Whole(window, "start"), Whole(window, "length"), Text(window, "text"), Whole(window, "width"), Whole(window, "filters"), Number(window))));
        }
    }

    private static int Whole(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private static double Number(JsonElement json) => json.GetProperty("contribution").GetDouble();

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static string Valid(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
