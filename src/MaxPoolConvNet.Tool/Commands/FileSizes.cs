using System.Text.Json.Nodes;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>The sizes of a model file and of the file that was made from it.</summary>
/// <param name="model">The model file.</param>
/// <param name="output">The other file, which has been written.</param>
internal sealed class FileSizes(string model, string output)
{
    private readonly long _before = ModelFiles.LengthOf(model);
    private readonly long _after = ModelFiles.LengthOf(output);

    public JsonObject ToJson() =>
        new() { ["model"] = model, ["modelBytes"] = _before, ["output"] = output, ["outputBytes"] = _after };

    public void Print(ToolConsole console) => console.Print($"{model}: {_before:N0} bytes; {output}: {_after:N0} bytes");
}
