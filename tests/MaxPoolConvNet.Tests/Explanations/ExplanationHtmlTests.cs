using System.Globalization;
using System.Xml.Linq;
using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

public class ExplanationHtmlTests
{
    private const string Attack = "<script>alert(1)</script>\"' onmouseover='x' &amp; ]]> <!-- --> good<b>bad";
    private static readonly XNamespace _xhtml = "http://www.w3.org/1999/xhtml";

    public static TheoryData<string> Forms { get; } = [.. RandomClassifier.Forms];

    [Theory]
    [MemberData(nameof(Forms))]
    public void ToHtml_IsWellFormedAndShowsTheText(string form)
    {
        TextClassifier classifier = RandomClassifier.Of(form);
        foreach (string text in RandomClassifier.Texts)
        {
            Explanation explanation = classifier.Explain(text);
            XElement page = XDocument.Parse(explanation.ToHtml(), System.Xml.Linq.LoadOptions.PreserveWhitespace).Root!;
            XElement shown = Assert.Single(page.Descendants(_xhtml + "span"), span => span.Attribute("dir") is not null);

            Assert.Equal(Valid(text), shown.Value);
            Assert.Equal("utf-8", page.Descendants(_xhtml + "meta").First().Attribute("charset")!.Value);
            Assert.Equal(explanation.Windows.Length, page.Descendants(_xhtml + "tbody").Single().Elements().Count());
            Assert.Equal(
                explanation.Windows.Count(window => window.IsWeak), page.Descendants(_xhtml + "tr").Count(row => (string?)row.Attribute("class") == "weak"));
            Assert.DoesNotContain("http", explanation.ToHtml().Replace(_xhtml.NamespaceName, "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Equal(Valid(text), XElement.Parse(explanation.ToHtmlFragment(), System.Xml.Linq.LoadOptions.PreserveWhitespace).Value);
        }
    }

    [Fact]
    public void ToHtml_TextAndLabelAreEscaped()
    {
        TextClassifier classifier = WithLabels(["</title><script>alert(2)</script>", "\"' onclick='x' &"]);
        foreach (string label in classifier.Labels)
        {
            string html = classifier.Explain(Attack, label).ToHtml();
            XElement page = XDocument.Parse(html, System.Xml.Linq.LoadOptions.PreserveWhitespace).Root!;

            Assert.DoesNotContain("script", page.Descendants().Select(element => element.Name.LocalName));
            Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
            Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
            Assert.DoesNotContain("' on", html, StringComparison.Ordinal);
            Assert.Equal(label, page.Descendants(_xhtml + "title").Single().Value);
            Assert.Contains(Attack, page.Value, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ToHtmlFragment_WordsAreShadedTheStrongerTheMoreTheyContribute()
    {
        // "fine" has half the weight of "good", "bad" speaks against it
        Explanation explanation = ByWords().Explain("good fine plain bad xyzzy", "positive");
        XElement fragment = XElement.Parse(explanation.ToHtmlFragment());
        var words = fragment.Elements().ToDictionary(word => word.Value, word => (Title: word.Attribute("title")!.Value, Style: word.Attribute("style")!.Value));

        Assert.Equal(["good", "fine", "bad"], words.Keys);
        Assert.Equal(Math.Tanh(1).ToString("+0.000", CultureInfo.InvariantCulture), words["good"].Title);
        Assert.StartsWith("-", words["bad"].Title, StringComparison.Ordinal);
        Assert.Equal(0.6, Opacity(words["good"].Style), 1e-3);
        Assert.Equal(0.6 * Math.Tanh(0.5) / Math.Tanh(1), Opacity(words["fine"].Style), 1e-3);
        Assert.Contains("rgba(0,150,60,", words["fine"].Style, StringComparison.Ordinal);
        Assert.Contains("rgba(220,40,40,", words["bad"].Style, StringComparison.Ordinal);
        Assert.Contains("underline", words["bad"].Style, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_DoesNotDependOnTheCulture()
    {
        Explanation explanation = ByWords().Explain("good fine bad", "positive");
        (string Html, string Text, string Terminal) expected = (explanation.ToHtml(), explanation.ToString(), explanation.ToTerminal());
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "−" } };
            Assert.Equal(expected, (explanation.ToHtml(), explanation.ToString(), explanation.ToTerminal()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void ToHtmlFragment_TokensThatOverlap_ShowEachCharacterOnce()
    {
        ConvNet network = ConvNet.Random(3, new ConvNetOptions { Filters = [new(1)], InitialDeviation = 1 }, seed: 1);
        var classifier = new TextClassifier(network, Vocabulary.FromWords(["abc", "bcd", "cde"]), new Trigrams(), ["n", "p"]);

        Assert.Equal("-abcde-", XElement.Parse(classifier.Explain("-abcde-").ToHtmlFragment()).Value);
    }

    /// <summary>The text as XML can have it, line ends as it reads them.</summary>
    private static string Valid(string text) => SafeText.ForMarkup(text).Contains('&', StringComparison.Ordinal)
        ? XElement.Parse($"<a>{SafeText.ForMarkup(text)}</a>", System.Xml.Linq.LoadOptions.PreserveWhitespace).Value
        : SafeText.ForMarkup(text).ReplaceLineEndings("\n");

    private static double Opacity(string style) => double.Parse(style[(style.LastIndexOf(',') + 1)..^1], CultureInfo.InvariantCulture);

    private static TextClassifier WithLabels(string[] labels) => new(
        SmallClassifier.ByHand.ToConvNet(), SmallClassifier.ByHand.Vocabulary, SmallClassifier.ByHand.Tokenizer, labels.Order(StringComparer.Ordinal));

    /// <summary>A filter for each of "good", "fine" and "bad".</summary>
    private static TextClassifier ByWords() => new(
        new ConvNet(
            new ConvFilterLayer(Matrix<double>.Build.DenseOfArray(new[,] { { 1, 0, 0 }, { 0, 0.5, 0 }, { 0, 0, 1 }, { 0, 0, 0 } }), width: 1),
            new MaxPool(),
            new LogisticOutput(Matrix<double>.Build.DenseOfArray(new[,] { { 1.0, 1.0, -1.0 } }))),
        Vocabulary.FromWords(["good", "fine", "bad", "plain"]),
        new WordTokenizer(),
        ["negative", "positive"]);

    private sealed class Trigrams : ITokenizer
    {
        public void Tokenize(ReadOnlySpan<char> text, TokenBuffer tokens)
        {
            for (int at = 0; at + 3 <= text.Length; at++)
                tokens.Add(new Token(at, 3), text.Slice(at, 3));
        }
    }
}
