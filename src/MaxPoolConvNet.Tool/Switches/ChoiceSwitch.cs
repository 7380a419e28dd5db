using System.CommandLine;
using System.CommandLine.Completions;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>A switch whose value is one of a few words.</summary>
internal sealed class ChoiceSwitch<T> : Option<string>
{
    private readonly (string Word, T Value)[] _values;

    /// <param name="name">The switch.</param>
    /// <param name="description">Its description in the help.</param>
    /// <param name="values">The words and their values; the first is the default.</param>
    public ChoiceSwitch(string name, string description, params (string Word, T Value)[] values)
        : base(name)
    {
        _values = values;
        Description = description;
        HelpName = string.Join('|', values.Select(value => value.Word));
        DefaultValueFactory = _ => values[0].Word;
        CompletionSources.Add(_ => values.Select(value => new CompletionItem(value.Word)));
        Validators.Add(result =>
        {
            string? given = result.Tokens.Count == 0 ? null : result.Tokens[0].Value;
            if (given is not null && !values.Any(value => Matches(value.Word, given)))
                result.AddError($"{name} is '{given}'; one of {string.Join(", ", values.Select(value => value.Word))} was expected");
        });
    }

    public T Read(ParseResult arguments)
    {
        string word = arguments.GetValue(this)!;
        return _values.First(value => Matches(value.Word, word)).Value;
    }

    private static bool Matches(string word, string given) => word.Equals(given, StringComparison.OrdinalIgnoreCase);
}
