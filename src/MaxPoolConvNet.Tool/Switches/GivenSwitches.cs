using System.CommandLine;
using System.CommandLine.Parsing;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>The switches that a command line says itself, with what stands behind them.</summary>
internal sealed class GivenSwitches
{
    private readonly OptionResult[] _given;

    public GivenSwitches(ParseResult arguments) => _given = [.. arguments.CommandResult.Children.OfType<OptionResult>().Where(option => !option.Implicit)];

    public IReadOnlySet<string> Names => _given.Select(option => option.Option.Name).ToHashSet();

    /// <summary>As they would be typed, without some.</summary>
    public IEnumerable<string> Words(IReadOnlyCollection<string> without) => _given
        .Where(option => !without.Contains(option.Option.Name))
        .SelectMany(option => option.Tokens.Count == 0 ? [option.Option.Name] : option.Tokens.SelectMany(token => new[] { option.Option.Name, ShellWord.Of(token.Value) }));
}
