using System.Globalization;
using Microsoft.Extensions.Options;

namespace MaxPoolConvNet.Extensions.Hosting;

/// <summary>Checks the options of every classifier when the host starts. Names the classifier, the setting and what helps.</summary>
internal sealed class TextClassifierOptionsValidator(ContentRoot root) : IValidateOptions<TextClassifierOptions>
{
    private static readonly TimeSpan _shortest = TimeSpan.FromSeconds(0.1);
    private static readonly TimeSpan _longest = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, TextClassifierOptions options)
    {
        string[] failures = [.. Failures(options).Select(failure => $"{ClassifierName.Shown(name)}: {failure}")];
        return failures.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Failures(TextClassifierOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Path))
        {
            yield return $"{Setting(options, nameof(options.Path))} isn't set; the path of a model file was expected. "
                + (options.Section is null
                    ? "Set it in code (options.Path = …), or pass the configuration section that has it"
                    : "Set it there, or pass the section that has it");
        }
        else if (!File.Exists(root.FullPath(options.Path)) && !Directory.Exists(root.FullPath(options.Path)))
        {
            yield return $"{Setting(options, nameof(options.Path))} is \"{options.Path}\", "
                + $"but there is no file {root.FullPath(options.Path)}. "
                + "Save a model there (maxpool train --model, or TextClassifier.Save), or correct the path";
        }

        if (options.CheckInterval < _shortest || options.CheckInterval > _longest)
        {
            yield return $"{Setting(options, nameof(options.CheckInterval))} is {options.CheckInterval}; "
                + "from 00:00:00.1 (0.1 s) to 1.00:00:00 (a day) was expected. Two seconds are 00:00:02";
        }

        if (options.MaximumErrorRate is { } rate && !AcceptanceTable.Rates.Any(one => Math.Abs(one - rate) < 1e-12))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{Setting(options, nameof(options.MaximumErrorRate))} is {rate}; one of {string.Join(", ", Rates())} was expected");
        }
    }

    private static IEnumerable<string> Rates() => AcceptanceTable.Rates.Select(rate => rate.ToString(CultureInfo.InvariantCulture));

    /// <summary>Names a setting as its reader finds it: by its key in the configuration, or by the option.</summary>
    private static string Setting(TextClassifierOptions options, string option) =>
        options.Section is { } section ? $"\"{section}:{option}\" of the configuration" : $"TextClassifierOptions.{option}";
}
