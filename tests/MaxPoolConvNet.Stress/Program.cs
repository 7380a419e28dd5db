using System.CommandLine;
using System.Globalization;
using MaxPoolConvNet.Stress;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
IStress[] all = [new WorkSharingStress(), new RowsStress(), new ReloadStress()];
Option<double> seconds = new("--seconds") { Description = "time for each part", DefaultValueFactory = _ => 8 };
var parts = new Option<string[]>("--part") { Description = "which parts to run; without it all", AllowMultipleArgumentsPerToken = true };
parts.AcceptOnlyFromAmong([.. all.Select(part => part.Name)]);
Option<int> threads = new("--threads") { Description = "number of threads", DefaultValueFactory = _ => 64 };
Option<int> seed = new("--seed") { Description = "what calls and yields depend on", DefaultValueFactory = _ => 1 };
RootCommand root = new("Calls the library from many threads while its model is replaced, and checks every answer.") { parts, seconds, threads, seed };
root.SetAction(arguments =>
{
    var options = new StressOptions(TimeSpan.FromSeconds(arguments.GetValue(seconds)), arguments.GetValue(threads), arguments.GetValue(seed));
    string[] names = arguments.GetValue(parts) ?? [];
    foreach (IStress part in all.Where(part => names.Length == 0 || names.Contains(part.Name)))
    {
        using var until = new CancellationTokenSource(options.Duration);
        Console.WriteLine($"{part.Name}: {part.Run(options, until.Token)} answers are right, {options.Threads} threads, seed {options.Seed}");
    }
});
return root.Parse(args).Invoke();
