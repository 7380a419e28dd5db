using System.Globalization;
using System.Xml.Linq;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Samples.WebDemo;

namespace MaxPoolConvNet.WebDemo.Tests;

public sealed class ReportTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task TheReport_HasTheFiguresOfTheHeldOutTexts()
    {
        await using DemoServer server = DemoServer.Start(_folder);

        string html = await server.Client.GetStringAsync(new Uri("/report", UriKind.Relative));

        EvaluationReport expected = TextClassifier.Load(_folder.ModelPath).Evaluate(server.Service<StartingTexts>().SplitWith([]).HeldOut);
        XElement page = XElement.Parse(html["<!DOCTYPE html>".Length..]);
        string[] figures = [.. page.Descendants("dd").Select(one => one.Value)];
        Assert.Contains((100 * expected.Accuracy).ToString("0.0", CultureInfo.InvariantCulture) + " %", figures);
        Assert.Contains($"{expected.CorrectCount} of {expected.TextCount} texts", figures);
        Assert.Equal(["negative", "positive"], page.Descendants("tbody").First().Elements("tr").Select(row => row.Element("th")!.Value));
    }

    [Fact]
    public async Task Texts_AreNeverMarkup()
    {
        string texts = Path.Combine(_folder.Path, "texts.tsv");
        File.WriteAllLines(texts, Enumerable.Range(0, 60).Select(i => i % 2 == 0 ? $"<b>good</b>\tfine <script> thing {i}" : $"bad\tbroken </section> thing {i}"));
        await using DemoServer server = DemoServer.StartWithoutModel(_folder, ("Demo:Texts", texts));

        string html = await server.Client.GetStringAsync(new Uri("/report", UriKind.Relative));

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;good&lt;/b&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePage_LoadsNothingFromElsewhere()
    {
        await using DemoServer server = DemoServer.Start(_folder);

        HttpResponseMessage page = await server.Client.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Contains("default-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("://", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
