using System.Text.Json.Nodes;

namespace MaxPoolConvNet.Mpi.Tests;

/// <summary>What ranks exchange and the memory they take is shown.</summary>
public sealed class FigureTests(Reviews reviews) : IClassFixture<Reviews>
{
    private static readonly string[] _shared =
        ["--epochs", "2", "--threads", "1", "--batch-size", "32", "--networks", "1", "--calibration", "none"];

    [Fact]
    public void Json_HasTheFiguresOfEachRank()
    {
        RankRun run = Ranks.Of(2, ["train", reviews.Few, "--model", reviews.PathOf("model"), "--json", .. _shared]);

        JsonObject result = JsonNode.Parse(run.Output)!.AsObject();
        JsonObject[] ranks = [.. result["ranks"]!.AsArray().Select(rank => rank!.AsObject())];
        Assert.Equal([0, 1], ranks.Select(rank => rank["rank"]!.GetValue<int>()));
        Assert.Equal(result["estimatedMemoryBytes"]!.GetValue<long>(), ranks[0]["estimatedMemoryBytes"]!.GetValue<long>());
        Assert.All(ranks, rank => Assert.True(rank["peakMemoryBytes"]!.GetValue<long>() > rank["estimatedMemoryBytes"]!.GetValue<long>()));
        Assert.All(ranks, rank => Assert.Equal(2, rank["epochs"]!.AsArray().Count));
        JsonObject[][] exchanged = [.. ranks.Select(rank => (JsonObject[])[rank["exchange"]!.AsObject(), .. rank["epochs"]!.AsArray().Select(epoch => epoch!.AsObject())])];
        foreach ((JsonObject first, JsonObject second) in exchanged[0].Zip(exchanged[1]))
        {
            Assert.Equal(first["sentBytes"]!.GetValue<long>(), second["receivedBytes"]!.GetValue<long>());
            Assert.Equal(first["receivedBytes"]!.GetValue<long>(), second["sentBytes"]!.GetValue<long>());
            Assert.InRange(first["efficiency"]!.GetValue<double>(), 0, 1);
        }
    }

    [Fact]
    public void SummaryProgressAndReport_NameThem()
    {
        RankRun run = Ranks.Of(
            2, ["train", reviews.Few, "--model", reviews.PathOf("model"), "--report", reviews.PathOf("report.html"), .. _shared]);

        Assert.Matches(@"\n2 ranks: up to [\d.]+ MB exchanged and \d+ MB of memory at a rank; .* efficiency at least [\d.]+ %\n", run.Output);
        Assert.Matches(@"epoch 2/2 .*  exchange [\d.]+ MB, \d+ % of the time", run.Error);
        Assert.Contains("<h2 id=\"ranks-title\">Ranks</h2>", File.ReadAllText(reviews.PathOf("report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void OneProcess_HasNone()
    {
        RankRun run = Ranks.Alone(["train", reviews.Few, "--model", reviews.PathOf("model"), "--report", reviews.PathOf("report.html"), "--json", .. _shared]);

        Assert.Null(JsonNode.Parse(run.Output)!["ranks"]);
        Assert.DoesNotContain("exchange", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("ranks-title", File.ReadAllText(reviews.PathOf("report.html")), StringComparison.Ordinal);
    }
}
