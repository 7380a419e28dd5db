namespace MaxPoolConvNet.Samples.Browser;

/// <summary>Starts the runtime; from then on, worker.js calls <see cref="OpenModel"/> and <see cref="NewModel"/>.</summary>
internal static class Program
{
    private static void Main()
    {
    }
}
