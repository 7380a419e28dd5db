using System.CommandLine;
using MaxPoolConvNet.Tool.Commands;

namespace MaxPoolConvNet.Tool.Tests;

public class NumberSwitchTests
{
    /// <summary>Every switch of every command that takes something else than text.</summary>
    public static TheoryData<string, string> Numbers { get; } =
    [
        .. Commands().SelectMany(command => command.Options
            .Where(option => option.ValueType != typeof(string) && option.ValueType != typeof(string[]) && option.ValueType != typeof(bool))
            .Select(option => new TheoryDataRow<string, string>(command.Name, option.Name))),
    ];

    [Fact]
    public void ThereAreManyNumbers() => Assert.InRange(Numbers.Count, 40, 200);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void WhatIsNoNumberOfTheRange_IsTold_InTheWordsOfTheCommandLine(string command, string name)
    {
        foreach (string given in new[] { "many", "0,5x", "7 000", "-7", "99999999999999999999999" })
        {
            ToolRun run = ToolRun.Of([command, .. Required(command), name, given]);

            run.AssertError($"{name} is '{given}'; ");
            Assert.Matches(@"; .+(from .+|up) to .+expected", run.Error);
            Assert.DoesNotContain("System", run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--epochs", "1.5", "--epochs is '1.5'; a whole number from 1 to 10000 was expected")]
    [InlineData("--seed", "18446744073709551616", "--seed is '18446744073709551616'; a whole number from 0 to 18446744073709551615 was expected")]
    [InlineData("--dropout", "half", "--dropout is 'half'; a number from 0 to 0.95 was expected")]
    [InlineData("--dropout", "nan", "--dropout is 'nan'; a number from 0 to 0.95 was expected")]
    public void WhatWasExpected_IsTold(string name, string given, string message) =>
        ToolRun.Of(["train", .. Required("train"), name, given]).AssertError(message);

    private static IEnumerable<Command> Commands() => new MaxPoolCommand(new ToolConsole(Stream.Null, Stream.Null, TextWriter.Null)).Subcommands;

    private static IEnumerable<string> Required(string name)
    {
        Command command = Commands().Single(one => one.Name == name);
        return [.. command.Arguments.Select(_ => "x"), .. command.Options.Where(option => option.Required).SelectMany(option => new[] { option.Name, "x" })];
    }
}
