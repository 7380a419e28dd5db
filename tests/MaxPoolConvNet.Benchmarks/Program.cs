using System.CommandLine;
using MaxPoolConvNet.Benchmarks;
using MaxPoolConvNet.Benchmarks.Accuracy;
using MaxPoolConvNet.Benchmarks.Comparison;
using MaxPoolConvNet.Benchmarks.Doctor;
using MaxPoolConvNet.Benchmarks.KernelBenchmarks;
using MaxPoolConvNet.Benchmarks.Peers;
using MaxPoolConvNet.Benchmarks.Ranks;
using MaxPoolConvNet.Benchmarks.RawText;
using MaxPoolConvNet.Benchmarks.Roofline;
using MaxPoolConvNet.Benchmarks.Scaling;
using MaxPoolConvNet.Benchmarks.Serving;
using MaxPoolConvNet.Benchmarks.Sizes;
using MaxPoolConvNet.Benchmarks.Trust;
using MaxPoolConvNet.Benchmarks.Words;

RootCommand root = new("Measures MaxPoolConvNet side by side with other programs, and prints Markdown.")
{
    new AccuracyCommand(), new SizesCommand(), new SizeLimitsCommand(), new CalibrationCommand(), new PromisesCommand(), new FamiliarityCommand(), new DoctorCommand(), new SameTrainingCommand(), new PeersCommand(), new MemoryCommand(), new FastTextCommand(), new RawTextCommand(),
    new ScalingCommand(), new ManyLabelsCommand(), new ManyTextsCommand(), new EnglishCommand(), new KernelsCommand(), new RooflineCommand(), new FirstPredictionCommand(), new HalfPrecisionCommand(),
    new ThreadsCommand(), new PredictLinesCommand(), new NativeCommand(), new ToolStartCommand(), new RanksCommand(), new RankDelayCommand(), new RankModelCommand(), new RankEpochsCommand(), new LoadCommand(), new SoakCommand(), new WordLookupCommand(),
};
ParseResult arguments = root.Parse(args);
if (arguments.Errors.Count > 0) return BadInput(arguments.Errors[0].Message);
try
{
    return arguments.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception problem) when (
    problem is IOException or InvalidDataException or InvalidOperationException or ArgumentException or UnauthorizedAccessException)
{
    return BadInput(problem.Message);
}

static int BadInput(string message)
{
    Console.Error.WriteLine($"error: {message.ReplaceLineEndings(" ").TrimEnd()}");
    return 2;
}
