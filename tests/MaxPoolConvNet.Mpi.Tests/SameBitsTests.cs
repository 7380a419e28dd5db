using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MaxPoolConvNet.Mpi.Tests;

/// <summary>What ranks compute has the bits of what one process computes.</summary>
public sealed partial class SameBitsTests(Reviews reviews) : IClassFixture<Reviews>
{
    [Theory]
    [InlineData(2, "")]
    [InlineData(3, "--epochs 2")]
    [InlineData(4, "--epochs 2 --threads 2")]
    [InlineData(2, "--epochs 2 --networks 1 --calibration none")]
    [InlineData(3, "--epochs 2 --networks 1 --calibration none --batch-size 32")]
    [InlineData(4, "--epochs 2 --batch-size 16 --optimizer adam")]
    [InlineData(2, "--epochs 2 --early-stopping 1 --batch-size 20")]
    [InlineData(3, "--epochs 2 --architecture random --dimension 30 --widths 3,4,5 --filters 40 --optimizer adadelta --networks 1 --calibration none")]
    [InlineData(2, "--epochs 2 --vectors english --networks 2")]
    [InlineData(2, "--epochs 1 --acceptance --tokenizer subwords")]
    public void Train_SavesTheSameFile(int ranks, string switches) => TrainsAlike(reviews.Few, ranks, switches);

    [Theory]
    [InlineData(2, "--epochs 2")]
    [InlineData(3, "--epochs 2 --batch-size 16 --networks 1")]
    public void Train_OfSeveralLabels_SavesTheSameFile(int ranks, string switches) => TrainsAlike(reviews.Tags, ranks, switches + " --label-separator |");

    [Theory]
    [InlineData("cross-validate --folds 5 --epochs 1")]
    [InlineData("doctor")]
    [InlineData("curve --folds 2 --epochs 1")]
    public void ParallelFolds_GiveTheSameResult(string command)
    {
        string[] arguments = [.. command.Split(' '), reviews.Few, "--json"];

        RankRun alone = Ranks.Alone(arguments);
        RankRun shared = Ranks.Of(3, arguments);

        Assert.Equal((0, 0), (alone.ExitCode, shared.ExitCode));
        Assert.Equal(WithoutTimes(alone.Output), WithoutTimes(shared.Output));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Tune_ChoosesTheSame(int ranks)
    {
        string[] arguments = ["tune", reviews.Few, "--trials", "4", "--epochs", "1", "--filters", "30", "--tokenizer", "words", "--threads", "1", "--json"];

        RankRun alone = Ranks.Alone(arguments);
        RankRun shared = Ranks.Of(ranks, arguments);

        Assert.True((alone.ExitCode, shared.ExitCode) == (0, 0), alone.Error + shared.Error);
        Assert.Equal(WithoutTimes(alone.Output), WithoutTimes(shared.Output));
    }

    private void TrainsAlike(string data, int ranks, string switches)
    {
        string[] arguments = ["train", data, .. switches.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--model"];
        (string alone, string shared) = (reviews.PathOf("alone"), reviews.PathOf("shared"));

        RankRun one = Ranks.Alone([.. arguments, alone]);
        RankRun several = Ranks.Of(ranks, [.. arguments, shared]);

        Assert.True((one.ExitCode, several.ExitCode) == (0, 0), one.Error + several.Error);
        Assert.Equal(File.ReadAllBytes(alone), File.ReadAllBytes(shared));
        Assert.Equal(Figures(one, alone), Figures(several, shared));
    }

    /// <summary>What was printed, without the times, the memory, the ranks' figures and the name of the model.</summary>
    private static string Figures(RankRun run, string model) =>
        Times().Replace(run.Output.Replace(model, "MODEL", StringComparison.Ordinal), "");

    [GeneratedRegex(@" in [\d.,]+ s, [\d,]+ words/s, about [\d,]+ MB of memory|\n\d+ ranks: .*")]
    private static partial Regex Times();

    private static string WithoutTimes(string json)
    {
        JsonObject result = JsonNode.Parse(json)!.AsObject();
        result.Remove("trainingSeconds");
        result.Remove("wordsPerSecond");
        result.Remove("seconds");
        foreach (JsonNode? trial in result["trials"]?.AsArray() ?? [])
            trial!.AsObject().Remove("seconds");
        return result.ToJsonString();
    }
}
