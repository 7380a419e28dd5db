using System.CommandLine;
using System.Globalization;
using MaxPoolConvNet.Stress;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Option<double> seconds = new("--seconds") { Description = "time for each of the three parts", DefaultValueFactory = _ => 8 };
Option<int> threads = new("--threads") { Description = "number of threads", DefaultValueFactory = _ => 64 };
Option<int> seed = new("--seed") { Description = "what calls and yields depend on", DefaultValueFactory = _ => 1 };
RootCommand root = new("Calls the library from many threads while its model is replaced, and checks every answer.") { seconds, threads, seed };
root.SetAction(arguments =>
{
    var options = new StressOptions(TimeSpan.FromSeconds(arguments.GetValue(seconds)), arguments.GetValue(threads), arguments.GetValue(seed));
    IStress[] parts = [new WorkSharingStress(), new RowsStress(), new ReloadStress()];
    foreach (IStress part in parts)
    {
        using var until = new CancellationTokenSource(options.Duration);
        Console.WriteLine($"{part.Name}: {part.Run(options, until.Token)} answers are right, {options.Threads} threads, seed {options.Seed}");
    }
});
return root.Parse(args).Invoke();
