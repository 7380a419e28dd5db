using System.Collections.Concurrent;
using System.CommandLine;
using System.Globalization;
using MaxPoolConvNet.Fuzz;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Option<string[]> reader = new("--reader") { Description = "a reader to feed, repeatable [default: all]", AllowMultipleArgumentsPerToken = true };
reader.AcceptOnlyFromAmong([.. FuzzTargets.All.Select(target => target.Name)]);
Option<double> seconds = new("--seconds") { Description = "time per reader", DefaultValueFactory = _ => 5 };
Option<int> seed = new("--seed") { Description = "what all inputs depend on", DefaultValueFactory = _ => 1 };
Option<long?> input = new("--input") { Description = "the number of the only input, to repeat a failure" };
Option<string> folder = new("--failures") { Description = "folder of failing inputs", DefaultValueFactory = _ => "artifacts/fuzz" };
RootCommand root = new("Feeds mutated inputs to everything that reads. Ends with 1 if one isn't read or refused as documented.") { reader, seconds, seed, input, folder };
root.SetAction(Run);
return root.Parse(args).Invoke();

int Run(ParseResult arguments)
{
    var options = new FuzzOptions(arguments.GetValue(seconds), arguments.GetValue(seed), arguments.GetValue(input), arguments.GetValue(folder)!);
    string[] names = arguments.GetValue(reader) is { Length: > 0 } some ? some : [.. FuzzTargets.All.Select(target => target.Name)];
    // one target per partition at a time: a thread that has ended takes the next one
    ConcurrentDictionary<string, TargetResult> results = new();
    Parallel.ForEach(Partitioner.Create(names, EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, name =>
    {
        using IFuzzTarget target = FuzzTargets.All.First(one => one.Name == name).Create(name);
        results[name] = new TargetRun(target, options).Run();
    });
    foreach (TargetResult result in names.Select(name => results[name]))
        Print(result, options.Seed);
    return results.Values.Any(result => result.FailureCount > 0) ? 1 : 0;
}

static void Print(TargetResult result, int seed)
{
    Console.WriteLine(
        $"{result.Name,-14} {result.Inputs,9} inputs, {result.Accepted,9} read, {result.FailureCount,4} failures, slowest {result.Slowest.TotalMilliseconds,6:F1} ms, "
        + $"{100 * result.MostAllocated,5:F1} % of the bytes allowed");
    foreach (Failure failure in result.Failures)
        Console.WriteLine($"    --reader {result.Name} --seed {seed} --input {failure.Number}, in {failure.Path}: {failure.What}");
}
