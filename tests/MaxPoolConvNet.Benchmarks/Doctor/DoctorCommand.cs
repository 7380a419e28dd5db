using System.CommandLine;

namespace MaxPoolConvNet.Benchmarks.Doctor;

/// <summary>How well an audit of labels finds planted faults, and what it costs.</summary>
internal sealed class DoctorCommand : Command
{
    private static readonly Dictionary<string, Action<DoctorSettings>> _parts = new()
    {
        ["flips"] = FlippedLabels.Run,
        ["recovery"] = Recovery.Run,
        ["own"] = OwnFaults.Run,
        ["planted"] = PlantedFaults.Run,
        ["large"] = LargeAudit.Run,
    };

    private readonly Option<string> _data = new("--data") { Description = "the folder of the data sets", Required = true };
    private readonly Option<string[]> _part = new("--part") { Description = $"{string.Join(", ", _parts.Keys)}; without it all" };
    private readonly Option<int> _seeds = new("--seeds") { Description = "the number of seeds", DefaultValueFactory = _ => 5 };
    private readonly Option<int> _firstSeed = new("--first-seed") { Description = "the first seed", DefaultValueFactory = _ => 1 };

    private readonly Option<string[]> _set = new("--set") { Description = "sets to flip labels in; without it all" };
    private readonly Option<int> _shown = new("--shown") { Description = "the number of findings to list", DefaultValueFactory = _ => 30 };

    public DoctorCommand()
        : base("doctor", "share of planted faults that an audit of labels finds, and its time and memory")
    {
        Add(_data);
        Add(_part);
        Add(_seeds);
        Add(_firstSeed);
        Add(_shown);
        Add(_set);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        var settings = new DoctorSettings(
            arguments.GetValue(_data)!, [.. Enumerable.Range(arguments.GetValue(_firstSeed), arguments.GetValue(_seeds))],
            arguments.GetValue(_shown),
            arguments.GetValue(_set) ?? []);
        string[] chosen = arguments.GetValue(_part) is { Length: > 0 } named ? named : [.. _parts.Keys];
        foreach (string part in chosen)
        {
            if (!_parts.TryGetValue(part, out Action<DoctorSettings>? run))
                throw new ArgumentException($"--part {part}: there is {string.Join(", ", _parts.Keys)}");
            run(settings);
            Markdown.Line();
        }
    }
}
