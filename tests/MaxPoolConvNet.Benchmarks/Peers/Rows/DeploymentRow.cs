using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Benchmarks.Peers.Onnx;
using MaxPoolConvNet.Benchmarks.Peers.Torch;
using Microsoft.Extensions.Logging;
using Microsoft.ML.OnnxRuntime;
using TorchSharp;

namespace MaxPoolConvNet.Benchmarks.Peers.Rows;

/// <summary>
/// What a user deploys: the files that each side loads on this platform, without .NET itself and without what TorchSharp asks for beside itself and
/// libtorch.
/// </summary>
internal sealed class DeploymentRow : IPeerRow
{
    public string Name => "deployment";

    public string Title => "What a user deploys on this platform, beside .NET and the model";

    public bool HasTorch => false;

    public IEnumerable<string> Measure(PeerSetting setting)
    {
        TorchLibrary.UseThreads(2);
        _ = OnnxPredictor.Version;
        yield return "| | files | bytes | × the first |";
        yield return "|---|---|---|---|";
        FileInfo[] own = Managed(typeof(TextClassifier), typeof(Matrix<>), typeof(ILogger));
        yield return Line("MaxPoolConvNet", own, own);
        yield return Line("ONNX Runtime", [.. Managed(typeof(InferenceSession)), .. Native("onnxruntime")], own);
        yield return Line("libtorch by TorchSharp", [.. Managed(typeof(torch)), .. Native("torch", "c10", "gomp")], own);
    }

    private static FileInfo[] Managed(params IEnumerable<Type> types) => [.. types.Select(type => new FileInfo(type.Assembly.Location))];

    /// <summary>Native libraries that are loaded, each file once, links followed.</summary>
    private static FileInfo[] Native(params string[] names)
    {
        using var process = Process.GetCurrentProcess();
        return
        [
            .. process.Modules.Cast<ProcessModule>()
                .Select(module => new FileInfo(module.FileName))
                .Where(file => names.Any(name => file.Name.Contains(name, StringComparison.OrdinalIgnoreCase)) && !IsManaged(file))
                .Select(file => file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file)
                .DistinctBy(file => (file.Name, file.Length)),
        ];
    }

    private static bool IsManaged(FileInfo file)
    {
        try
        {
            AssemblyName.GetAssemblyName(file.FullName);
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    private static string Line(string title, IReadOnlyList<FileInfo> files, IReadOnlyList<FileInfo> first)
    {
        long bytes = files.Sum(file => file.Length);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {title} | {string.Join(", ", files.Select(file => file.Name).Order(StringComparer.Ordinal))} | {bytes:N0} | {(double)bytes / first.Sum(file => file.Length):G3} |");
    }
}
