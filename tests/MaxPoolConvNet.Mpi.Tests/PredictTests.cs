using System.Diagnostics;

namespace MaxPoolConvNet.Mpi.Tests;

/// <summary>Ranks write the predictions of files as parts; together, they are what one process prints.</summary>
public sealed class PredictTests(Reviews reviews) : IClassFixture<Reviews>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Parts_AreWhatOneProcessPrints(int ranks)
    {
        string[] files = [Lines("lines.txt", 4_000, "\n"), Table("quotes.csv"), Lines("crlf.txt", 1_000, "\r\n"), Lines("empty.txt", 0, "\n")];
        string expected = Ranks.Alone(["predict", Model(), .. files, "--threads", "1"]).Output;
        string output = reviews.PathOf($"parts{ranks}");

        RankRun run = Ranks.Of(ranks, ["predict", Model(), .. files, "--output", output, "--part-size", "10KB", "--threads", "1"]);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(expected, Joined(output));
        Assert.Contains($"{Directory.GetFiles(output, "part-*").Length} parts in {output}", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void AKilledRank_EndsTheRun_WhichGoesOnWhereItWas(int seed)
    {
        string file = Lines("many.txt", 30_000, "\n");
        (string expected, string output) = (reviews.PathOf("expected.tsv"), reviews.PathOf($"killed{seed}"));
        if (!File.Exists(expected)) File.WriteAllText(expected, Ranks.Alone("predict", Model(), file).Output);
        string[] arguments = ["predict", Model(), file, "--output", output, "--part-size", "5KB", "--threads", "1"];
        using Process run = Ranks.Start(3, arguments);
        Assert.True(SpinWait.SpinUntil(() => Directory.Exists(output) && Directory.GetFiles(output, "part-*.tsv").Length > 3, TimeSpan.FromMinutes(1)));
        int[] ranks = RankProcesses.ChildrenOf(run.Id);
        var stopwatch = Stopwatch.StartNew();

        if (ranks.Length > 0) RankProcesses.Kill(ranks[new Random(seed).Next(ranks.Length)]);
        RankRun killed = Ranks.End(run);

        Assert.InRange(stopwatch.Elapsed.TotalSeconds, 0, 10);
        Assert.True(killed.ExitCode == 0 || killed.Error.Contains("signal 9", StringComparison.Ordinal), killed.Error);
        RankRun again = Ranks.Of(1 + seed, arguments);
        Assert.True(again.ExitCode == 0, again.Error);
        Assert.Contains("were there already", again.Error, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(expected), Joined(output));
        Assert.Empty(Directory.GetFiles(output, "*.new"));
    }

    [Fact]
    public void ABadLineAtARank_NamesFileAndLine()
    {
        string file = Lines("bad.txt", 3_000, "\n");
        byte[] content = File.ReadAllBytes(file);
        content[^30] = 0xE9;
        File.WriteAllBytes(file, content);

        RankRun run = Ranks.Of(2, "predict", Model(), file, "--output", reviews.PathOf("bad"), "--part-size", "5KB", "--threads", "1");

        Assert.Equal(2, run.ExitCode);
        Assert.Matches(@"error: rank \d on .+: .*bad\.txt, line 3000: the byte 0xE9 at offset ", run.Error);
    }

    [Fact]
    public void OtherOptionsAtARank_AreAnError()
    {
        string[] rest = [Model(), Lines("few.txt", 10, "\n"), "--output", reviews.PathOf("differing")];

        RankRun run = Ranks.OfEach(["predict", .. rest], ["predict", .. rest, "--top", "2"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("rank 1 on ", run.Error, StringComparison.Ordinal);
        Assert.Contains("options is --top 2 instead of none at rank 0; all ranks need the same model, options and files", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutAFolder_RanksAreRefused()
    {
        RankRun run = Ranks.Of(2, "predict", Model(), Lines("few.txt", 10, "\n"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("maxpool predict shares its work among ranks only with --output", run.Error, StringComparison.Ordinal);
    }

    private static string Joined(string folder) =>
        string.Concat(Directory.GetFiles(folder, "part-*").Order(StringComparer.Ordinal).Select(File.ReadAllText));

    private string Model()
    {
        string model = reviews.PathOf("model.safetensors");
        if (!File.Exists(model))
            Assert.Equal(0, Ranks.Alone("train", reviews.Few, "--model", model, "--epochs", "1", "--calibration", "none", "--networks", "1").ExitCode);
        return model;
    }

    private string Lines(string name, int count, string lineEnd)
    {
        string[] words = File.ReadAllText(reviews.Few).Split();
        File.WriteAllText(
            reviews.PathOf(name), string.Join(lineEnd, Enumerable.Range(0, count).Select(t => $"{t} {string.Join(' ', words.Skip(t % words.Length).Take(t % 17))}")));
        return reviews.PathOf(name);
    }

    private string Table(string name)
    {
        File.WriteAllText(reviews.PathOf(name), "id,text\n" + string.Concat(Enumerable.Range(0, 2_000).Select(t => $"{t},\"a walk,\n\n\"\"{t}\"\"\nthat broke\"\n")));
        return reviews.PathOf(name);
    }
}
