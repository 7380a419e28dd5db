using System.CommandLine;

namespace MaxPoolConvNet.Tool.Switches;

internal static class ThreadsSwitch
{
    private const int Most = 1_024;

    public static Option<int> Create()
    {
        Option<int> threads = NumberSwitch.Create("--threads", "threads that work at a time; never changes the result", Math.Min(Environment.ProcessorCount, Most));
        threads.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out int given) && given is < 1 or > Most)
                result.AddError($"--threads is {given}; a number from 1 to {Most} was expected");
        });
        return threads;
    }
}
