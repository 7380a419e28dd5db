using System.Text.Json;

namespace MaxPoolConvNet.Tool.Tests;

public sealed class GradientCheckTests(TrainedModels models) : IClassFixture<TrainedModels>
{
    [Fact]
    public void TheGradientsOfATrainedModel_Pass()
    {
        ToolRun run = ToolRun.Of("gradient-check", models.One, models.Data, "--texts", "2");

        Assert.Equal((ExitCode.Success, ""), (run.ExitCode, run.Error));
        Assert.Contains("text 2:\nV difference: ", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n2 texts: passed\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ADifferenceAboveTheTolerance_IsAnExitCodeOfItsOwn()
    {
        // no numerical gradient is as exact as this
        ToolRun run = ToolRun.Of("gradient-check", models.One, models.Data, "--texts", "20", "--tolerance", "1e-12", "--json");

        Assert.Equal((ExitCode.CheckFailed, false), (run.ExitCode, run.Json.GetProperty("passed").GetBoolean()));
    }

    [Fact]
    public void Json_HasAllParametersOfEachText()
    {
        JsonElement json = ToolRun.Of("gradient-check", models.One, models.Data, "--texts", "1", "--json").Json;

        Assert.Equal(1, json.GetProperty("texts").GetInt32());
        JsonElement text = Assert.Single(json.GetProperty("checks").EnumerateArray());
        Assert.Contains("V", text.GetProperty("parameters").EnumerateArray().Select(one => one.GetProperty("name").GetString()));
        Assert.All(text.GetProperty("parameters").EnumerateArray(), one => Assert.Equal((true, 0), (one.GetProperty("passed").GetBoolean(), one.GetProperty("entriesWrong").GetInt32())));
        Assert.All(text.GetProperty("parameters").EnumerateArray(), one => Assert.InRange(one.GetProperty("largestRelativeDifference").GetDouble(), 0, 1e-7));
    }

    [Fact]
    public void Entries_AreAsManyAsAsked()
    {
        JsonElement json = ToolRun.Of("gradient-check", models.One, models.Data, "--texts", "1", "--entries", "7", "--json").Json;

        Assert.All(json.GetProperty("checks")[0].GetProperty("parameters").EnumerateArray(), one => Assert.InRange(one.GetProperty("entriesChecked").GetInt32(), 1, 7));
        ToolRun.Of("gradient-check", models.One, models.Data, "--entries", "0").AssertError("--entries is '0'; a whole number from 1 to 2147483647 was expected");
    }

    [Fact]
    public void NoTexts_AreTold() => ToolRun.Of("gradient-check", models.One, models.Data, "--texts", "0").AssertError("--texts is '0'; a whole number from 1 to 2147483647 was expected");

    [Fact]
    public void AToleranceOutOfItsRange_IsTold() =>
        ToolRun.Of("gradient-check", models.One, models.Data, "--tolerance", "1").AssertError("--tolerance is '1'; a number from 1E-12 to 0.01 was expected");
}
