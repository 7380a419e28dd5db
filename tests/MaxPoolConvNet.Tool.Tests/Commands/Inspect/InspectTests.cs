using System.Text.Json;

namespace MaxPoolConvNet.Tool.Tests;

public sealed class InspectTests(TrainedModels models) : IClassFixture<TrainedModels>
{
    [Fact]
    public void LabelsWordsTensorsAndSettings_ArePrinted()
    {
        ToolRun run = ToolRun.Of("inspect", models.One);

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Contains("2 labels, one per text: neg (50.0 %), pos (50.0 %)\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("  V: F32, 1 × 30\n", run.Output, StringComparison.Ordinal);
        Assert.Matches("compact: [0-9.]+ % of the filters' weights aren't 0, up to 31 multiples of a scale\n", run.Output);
        Assert.Contains("\"filters\":10", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatAFileSaysOfItself_CannotSteerTheTerminal()
    {
        using var folder = new TemporaryFolder();
        string model = folder.PathOf("model");
        TextClassifier.Load(models.One).Save(model, new SaveOptions { Metadata = new Dictionary<string, string> { ["note"] = "\u001B]0;mine\a" } });

        Assert.Contains("user.note: \uFFFD]0;mine\uFFFD\n", ToolRun.Of("inspect", model).Output, StringComparison.Ordinal);
        Assert.Equal("\u001B]0;mine\a", ToolRun.Of("inspect", model, "--json").Json.GetProperty("metadata").GetProperty("user.note").GetString());
        ToolRun.Of("inspect", "\u001B]0;mine").AssertError("There is no file \uFFFD]0;mine");
    }

    [Fact]
    public async Task APipe_IsReadOnce()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no named pipes among the files");
        using var folder = new TemporaryFolder();
        string pipe = folder.MakePipe("pipe");

        Task<ToolRun> run = Task.Run(() => ToolRun.Of("inspect", pipe), TestContext.Current.CancellationToken);
        using (var writer = new FileStream(pipe, FileMode.Open, FileAccess.Write))
            await writer.WriteAsync(File.ReadAllBytes(models.One), TestContext.Current.CancellationToken);

        Assert.Equal(ToolRun.Of("inspect", models.One).Output.Replace(models.One, pipe, StringComparison.Ordinal), (await run).Output);
    }

    [Fact]
    public void Json_HasTheTensorsAndSettings()
    {
        JsonElement json = ToolRun.Of("inspect", models.Several, "--json").Json;

        Assert.Equal(new FileInfo(models.Several).Length, json.GetProperty("modelBytes").GetInt64());
        Assert.Equal((10, 1), (json.GetProperty("settings").GetProperty("filters").GetInt32(), json.GetProperty("settings").GetProperty("batchSize").GetInt32()));
        Assert.Equal("Several", json.GetProperty("labelsPerText").GetString());
        Assert.Equal(["long", "neg", "pos"], json.GetProperty("labels").EnumerateArray().Select(label => label.GetString()));
        var classifier = TextClassifier.Load(models.Several);
        Assert.Equal(
            classifier.Labels.Select(classifier.TrainingShareOf), json.GetProperty("trainingShares").EnumerateArray().Select(share => (double?)share.GetDouble()));
        JsonElement output = json.GetProperty("tensors").EnumerateArray().Single(tensor => tensor.GetProperty("name").GetString() == "V");
        Assert.Equal([3, 30], output.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32()));
    }
}
