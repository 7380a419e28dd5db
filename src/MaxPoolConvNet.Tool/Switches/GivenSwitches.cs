using System.CommandLine;
using System.CommandLine.Parsing;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>The switches given on the command line, with their values; those left at their defaults are not included.</summary>
internal sealed class GivenSwitches
{
    private readonly OptionResult[] _given;

    public GivenSwitches(ParseResult arguments)
    {
        _given = [.. arguments.CommandResult.Children.OfType<OptionResult>().Where(option => !option.Implicit)];
    }

    public IReadOnlySet<string> Names => _given.Select(option => option.Option.Name).ToHashSet();

    /// <summary>The first of some switches that was given; null if none was.</summary>
    public string? First(params Option[] options) => options.FirstOrDefault(option => _given.Any(given => given.Option == option))?.Name;

    /// <summary>The switches as typed, except some.</summary>
    public IEnumerable<string> Words(IReadOnlyCollection<string> without) =>
        _given.Where(given => !without.Contains(given.Option.Name)).SelectMany(Words);

    /// <summary>The same in the order of their names, as one line.</summary>
    public string Line(params string[] without) => string.Join(
        ' ',
        _given.Where(given => !without.Contains(given.Option.Name))
            .OrderBy(given => given.Option.Name, StringComparer.Ordinal)
            .SelectMany(Words));

    private static IEnumerable<string> Words(OptionResult given) => given.Tokens.Count == 0
        ? [given.Option.Name]
        : given.Tokens.SelectMany(token => new[] { given.Option.Name, ShellWord.Of(token.Value) });
}
