using System.CommandLine;
using System.CommandLine.Parsing;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>The switches that a command line has itself, with their values: not those that have their defaults.</summary>
internal sealed class GivenSwitches
{
    private readonly OptionResult[] _given;

    public GivenSwitches(ParseResult arguments)
    {
        _given = [.. arguments.CommandResult.Children.OfType<OptionResult>().Where(option => !option.Implicit)];
    }

    public IReadOnlySet<string> Names => _given.Select(option => option.Option.Name).ToHashSet();

    /// <summary>The first of some switches that is among them; null for none.</summary>
    public string? First(params Option[] options) => options.FirstOrDefault(option => _given.Any(given => given.Option == option))?.Name;

    /// <summary>As they would be typed, without some.</summary>
    public IEnumerable<string> Words(IReadOnlyCollection<string> without) =>
        _given.Where(given => !without.Contains(given.Option.Name)).SelectMany(Words);

    private static IEnumerable<string> Words(OptionResult given) => given.Tokens.Count == 0
        ? [given.Option.Name]
        : given.Tokens.SelectMany(token => new[] { given.Option.Name, ShellWord.Of(token.Value) });
}
