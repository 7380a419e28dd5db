using System.Diagnostics;

namespace MaxPoolConvNet.Mpi.Tests;

/// <summary>A rank that can't go on ends all of them, and says why.</summary>
public sealed class FaultTests(Reviews reviews) : IClassFixture<Reviews>
{
    private static readonly string[] _long = ["--epochs", "200", "--threads", "1", "--calibration", "none"];

    [Fact]
    public void AMissingFile_IsOneLine()
    {
        RankRun run = Ranks.Of(3, "train", reviews.PathOf("none.tsv"), "--model", reviews.PathOf("model"));

        Assert.Equal(2, run.ExitCode);
        Assert.Matches("^error: rank 0 on .+: .*none.tsv", Assert.Single(Errors(run)));
    }

    [Fact]
    public void AWrongSwitch_IsOneLine()
    {
        RankRun run = Ranks.Of(3, "train", reviews.Few, "--model", reviews.PathOf("model"), "--epochs", "none");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--epochs", Assert.Single(Errors(run)), StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingFileAtOneRank_EndsAll()
    {
        string[] rest = ["--model", reviews.PathOf("model"), "--threads", "1"];

        RankRun run = Ranks.OfEach(["train", reviews.Few, .. rest], ["train", reviews.PathOf("none.tsv"), .. rest]);

        Assert.Equal(2, run.ExitCode);
        Assert.Matches("^error: rank 1 on .+: .*none.tsv", Assert.Single(Errors(run)));
        Assert.False(File.Exists(reviews.PathOf("model")));
    }

    [Theory]
    [InlineData("the texts", "texts")]
    [InlineData("the options", "Epochs")]
    public void OtherTextsOrOptionsAtARank_AreAnError(string what, string named)
    {
        string[] rest = ["--model", reviews.PathOf("model"), "--threads", "1"];
        string[] other = what == "the texts" ? ["train", reviews.Others, .. rest] : ["train", reviews.Few, .. rest, "--epochs", "3"];

        RankRun run = Ranks.OfEach(["train", reviews.Few, .. rest], other);

        Assert.Equal(2, run.ExitCode);
        Assert.All(Errors(run), error => Assert.Matches($"rank 1 trains with .*({named}|words)", error));
        Assert.NotEmpty(Errors(run));
    }

    [Fact]
    public void MoreRanksThanCanShare_IsAnErrorThatNamesTheMost()
    {
        RankRun run = Ranks.Of(
            4, "train", reviews.Few, "--model", reviews.PathOf("model"), "--filters", "10", "--widths", "1,2,3", "--networks", "1", "--calibration", "none");

        Assert.Equal(2, run.ExitCode);
        Assert.All(Errors(run), error => Assert.Contains("at most 2 ranks can share the work", error, StringComparison.Ordinal));
        Assert.NotEmpty(Errors(run));
    }

    [Fact]
    public void ACommandThatDoesNotShareItsWork_SaysSo()
    {
        RankRun run = Ranks.Of(2, "evaluate", reviews.PathOf("model"), reviews.Few);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("maxpool evaluate doesn't share its work", Assert.Single(Errors(run)), StringComparison.Ordinal);
    }

    [Fact]
    public void ATimeToTune_IsRefused()
    {
        RankRun run = Ranks.Of(2, "tune", reviews.Few, "--budget", "30s");

        Assert.Equal(2, run.ExitCode);
        Assert.EndsWith("pass --trials N in place of --budget", Assert.Single(Errors(run)), StringComparison.Ordinal);
    }

    [Fact]
    public void Sigterm_SavesTheBestModelSoFar()
    {
        string model = reviews.PathOf("stopped");
        using Process run = Ranks.StartPatiently(["train", reviews.Few, .. _long, "--model", model, "--checkpoint", reviews.PathOf("stopped.checkpoint")]);
        Assert.True(SpinWait.SpinUntil(() => File.Exists(reviews.PathOf("stopped.checkpoint")), TimeSpan.FromMinutes(1)));

        Signal(run.Id, "TERM");
        RankRun stopped = Ranks.End(run);

        Assert.NotEqual(0, stopped.ExitCode);
        Assert.True(File.Exists(model), stopped.Error);
        Assert.Equal(0, Ranks.Alone("inspect", model).ExitCode);
    }

    [Fact]
    public void AnotherMpi_IsAnErrorThatSaysWhatToInstall()
    {
        string library = reviews.PathOf("libmpi.so.40");
        string source = reviews.PathOf("other.c");
        File.WriteAllText(source, "int MPI_Init_thread(void) { return 0; }\n");
        using Process? compiler = TryStart("gcc", "-shared", "-o", library, source);
        Assert.SkipWhen(compiler is null, "there is no gcc");
        compiler.WaitForExit();

        RankRun run = Ranks.AsRank(Path.GetDirectoryName(library)!, "train", reviews.Few, "--model", reviews.PathOf("model"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("isn't Open MPI's; install Open MPI", Assert.Single(Errors(run)), StringComparison.Ordinal);
    }

    private static string[] Errors(RankRun run) =>
        [.. run.Error.Split('\n').Select(line => line.Trim('\r')).Where(line => line.StartsWith("error:", StringComparison.Ordinal))];

    private static void Signal(int process, string signal)
    {
        using Process kill = Process.Start("kill", [$"-{signal}", $"{process}"]);
        kill.WaitForExit();
    }

    private static Process? TryStart(params string[] command)
    {
        try
        {
            return Process.Start(command[0], command[1..]);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
