using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MaxPoolConvNet.Benchmarks;

/// <summary>What figures were measured on.</summary>
internal static class Machine
{
    public static string Description
    {
        get
        {
            string? processor = File.Exists("/proc/cpuinfo")
                ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
                : null;
            int bits = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;
            return $"{processor ?? RuntimeInformation.ProcessArchitecture.ToString()}, {Environment.ProcessorCount} cores, {bits}-bit vectors, {RuntimeInformation.FrameworkDescription}";
        }
    }
}
