using System.Diagnostics;
using System.Globalization;

namespace MaxPoolConvNet.Fuzz;

/// <summary>Feeds a target. Input n is a function of the seed, the target's name and n alone.</summary>
internal sealed class TargetRun(IFuzzTarget target, FuzzOptions options)
{
    /// <summary>Failures of one kind that are kept.</summary>
    private const int MostOfAKind = 2;

    private readonly Dictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly List<Failure> _failures = [];
    private long _accepted;
    private long _failureCount;
    private TimeSpan _slowest;
    private double _mostAllocated;

    public TargetResult Run()
    {
        // the corpus itself: it must be read, and makes the code be compiled and its tables be built before allocations are counted
        for (int at = 0; at < target.Corpus.Count; at++)
        {
            try
            {
                target.Read(target.Corpus[at]);
            }
            catch (Exception problem)
            {
                Add(-1 - at, target.Corpus[at], $"an input of the corpus isn't read: {problem}", "corpus");
            }
        }

        long number = options.Only ?? 0;
        long began = Stopwatch.GetTimestamp();
        do
            Try(number++);
        while (options.Only is null && Stopwatch.GetElapsedTime(began).TotalSeconds < options.Seconds);
        return new TargetResult(target.Name, number - (options.Only ?? 0), _accepted, _failureCount, _failures, _slowest, _mostAllocated);
    }

    private void Try(long number)
    {
        byte[] input = target.Make(new Random(SeedOf(number)));
        using var watch = new Watch(target.Name, number, () => Save(number, input));
        long before = GC.GetAllocatedBytesForCurrentThread();
        long began = Stopwatch.GetTimestamp();
        try
        {
            target.Read(input);
            _accepted++;
        }
        catch (Exception problem) when (target.IsDocumented(problem))
        {
        }
        catch (Exception problem)
        {
            Add(number, input, $"{problem.GetType().Name}: {problem.Message}{Environment.NewLine}{problem.StackTrace}", Kind(problem));
        }

        TimeSpan took = Stopwatch.GetElapsedTime(began);
        double allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)target.MostAllocated(input);
        if (took > _slowest) _slowest = took;
        _mostAllocated = Math.Max(_mostAllocated, allocated);
        if (took > FuzzOptions.Patience) Add(number, input, $"took {took.TotalSeconds:F1} s", "slow");
        if (allocated > 1) Add(number, input, $"allocated {allocated:F1} times the bytes allowed for an input of {input.Length} bytes", "allocated");
    }

    /// <summary>The same on every machine and in every process.</summary>
    private int SeedOf(long number)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in string.Create(CultureInfo.InvariantCulture, $"{options.Seed} {target.Name} {number}"))
            hash = (hash ^ c) * 1099511628211;
        return (int)(hash >> 33);
    }

    private static string Kind(Exception problem)
    {
        string? frame = problem.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("MaxPoolConvNet", StringComparison.Ordinal));
        return $"{problem.GetType().Name} {frame}";
    }

    private void Add(long number, byte[] input, string what, string kind)
    {
        _failureCount++;
        int seen = _kinds.GetValueOrDefault(kind);
        _kinds[kind] = seen + 1;
        if (seen < MostOfAKind) _failures.Add(new Failure(number, what, Save(number, input)));
    }

    private string Save(long number, byte[] input)
    {
        Directory.CreateDirectory(options.Folder);
        string path = Path.Combine(options.Folder, string.Create(CultureInfo.InvariantCulture, $"{target.Name}-{options.Seed}-{number}"));
        File.WriteAllBytes(path, input);
        return path;
    }
}
