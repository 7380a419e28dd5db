using TorchSharp;

namespace MaxPoolConvNet.Benchmarks.Peers.Torch;

/// <summary>libtorch, loaded and told how many threads to use.</summary>
internal static class TorchLibrary
{
    /// <summary>libtorch's and TorchSharp's versions.</summary>
    public static string Version => $"libtorch {torch.__version__}, TorchSharp {typeof(torch).Assembly.GetName().Version!.ToString(3)}";

    /// <summary>Loads libtorch if it isn't yet.</summary>
    /// <exception cref="InvalidOperationException">It can't be loaded.</exception>
    public static void UseThreads(int threads)
    {
        try
        {
            torch.set_num_threads(threads);
        }
        catch (Exception problem) when (problem is TypeInitializationException or NotSupportedException or DllNotFoundException or BadImageFormatException)
        {
            throw new InvalidOperationException(
                $"libtorch can't be loaded: {problem.GetBaseException().Message} "
                + "(libLibTorchSharp needs a C++ runtime with GLIBCXX_3.4.32, that of GCC 13; Debian 12 has an older one)",
                problem);
        }
    }
}
