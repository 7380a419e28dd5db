using System.CommandLine;
using System.Diagnostics;
using MaxPoolConvNet.Benchmarks.Peers.Torch;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Peers;

/// <summary>What the memory row runs as a process of its own: trains one side for some steps, and prints the most bytes that were resident.</summary>
internal sealed class MemoryCommand : Command
{
    public const string CommandName = "peers-memory";
    public const int Steps = 50;

    private readonly Argument<string> _side = new("side");
    private readonly Option<string> _data = new("--data") { Required = true };
    private readonly Option<bool> _latin1 = new("--latin1");

    public MemoryCommand()
        : base(CommandName, "one side of the memory row of peers")
    {
        Hidden = true;
        Add(_side);
        Add(_data);
        Add(_latin1);
        SetAction(Run);
    }

    /// <summary>The sides by name.</summary>
    public static IReadOnlyList<(string Name, string Title)> Sides { get; } =
        [("ours", "MaxPoolConvNet"), ("libtorch", "libtorch"), ("none", "neither: the texts alone")];

    private void Run(ParseResult arguments)
    {
        var texts = PeerTexts.Read(arguments.GetValue(_data)!, arguments.GetValue(_latin1) ? "latin1" : "utf-8");
        IReadOnlyList<int[]> batches = texts.Batches(Steps);
        switch (arguments.GetValue(_side))
        {
            case "ours":
                var own = new OwnKim(KimForm.CreateNetwork(texts.Words), texts, new AdaDelta(), threads: 2);
                foreach (int[] batch in batches)
                    own.TrainStep(batch);
                break;
            case "libtorch":
                TrainTorch(texts, batches);
                break;
        }

        using var process = Process.GetCurrentProcess();
        Console.WriteLine(process.PeakWorkingSet64);
    }

    private static void TrainTorch(PeerTexts texts, IReadOnlyList<int[]> batches)
    {
        TorchLibrary.UseThreads(2);
        using var torch = new TorchTraining(texts.Words, new AdaDelta());
        foreach (int[] batch in batches)
        {
            using var tensors = new TorchBatch(new PaddedBatch(texts, batch));
            torch.Step(tensors);
        }
    }
}
