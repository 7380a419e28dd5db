using System.CommandLine;
using MaxPoolConvNet.Onnx;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Switches;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>The command export.</summary>
internal sealed class ExportCommand : ToolCommand
{
    private readonly FileArgument _model = ModelArgument.Create();
    private readonly Option<bool> _json = JsonSwitch.Create();

    private readonly FileSwitch _onnx = new("--onnx", FileUse.Output)
    {
        Description = "file to save the model to, as ONNX; overwrites an existing file",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<bool> _ids = new("--ids") { Description = "the model takes word ids instead of words" };
    private readonly Option<bool> _factored = new("--factored")
    {
        Description = "keep word vectors and filters apart: a smaller file, a slower model",
    };

    public ExportCommand(ToolConsole console)
        : base("export", "Saves a model for other programs, as ONNX.", console)
    {
        Add(_model);
        Add(_onnx);
        Add(_ids);
        Add(_factored);
        Add(_json);
    }

    public override string[] Examples =>
    [
        "maxpool export reviews.safetensors --onnx reviews.onnx",
        "maxpool export vectors.safetensors --onnx small.onnx --factored",
    ];

    protected override int Run(ParseResult arguments) => Terminal.UntilInterrupted(() => Export(arguments));

    private int Export(ParseResult arguments)
    {
        string path = arguments.GetValue(_model)!;
        string output = arguments.GetValue(_onnx)!;
        var options = new OnnxOptions
        {
            Input = arguments.GetValue(_ids) ? OnnxInput.Ids : OnnxInput.Tokens,
            Factored = arguments.GetValue(_factored),
        };
        ModelFiles.Load(path).SaveOnnx(output, options, Terminal.Interrupted);
        var sizes = new FileSizes(path, output);
        PrintResult(arguments.GetValue(_json), sizes.ToJson, () => sizes.Print(Terminal));
        return ExitCode.Success;
    }
}
