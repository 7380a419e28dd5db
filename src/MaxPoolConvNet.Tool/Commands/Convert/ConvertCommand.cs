using System.CommandLine;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Switches;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>The command convert.</summary>
internal sealed class ConvertCommand : ToolCommand
{
    private readonly FileArgument _model = ModelArgument.Create();
    private readonly ChoiceSwitch<WeightFormat?> _precision = PrecisionSwitch.Create();
    private readonly SizeSwitch _maxSize = new("--max-size", "largest file, such as 1.5MB, with 8 bits per weight or fewer");
    private readonly Option<bool> _json = JsonSwitch.Create();

    private readonly FileSwitch _output = new("--output", FileUse.Output)
    {
        Description = "file to save the model to, as safetensors; overwrites an existing file",
        HelpName = "FILE",
        Required = true,
    };

    public ConvertCommand(ToolConsole console)
        : base("convert", "Saves a model with 8 bits per weight, or with 32 or 16 for other programs.", console)
    {
        Add(_model);
        Add(_output);
        Add(_precision);
        Add(_maxSize);
        Add(_json);
    }

    public override string[] Examples =>
    [
        "maxpool convert reviews.safetensors --output floats.safetensors --precision 32",
        "maxpool convert old.safetensors --output small.safetensors",
    ];

    protected override int Run(ParseResult arguments) => Terminal.UntilInterrupted(() => Convert(arguments));

    private int Convert(ParseResult arguments)
    {
        string path = arguments.GetValue(_model)!;
        string output = arguments.GetValue(_output)!;
        WeightFormat? precision = _precision.Read(arguments);
        TextClassifier classifier = ModelFiles.Load(path);
        if (precision is not null && arguments.GetValue(_maxSize) is not null)
            throw new ArgumentException("--max-size is for --precision 8");
        if (precision is null)
        {
            long? most = arguments.GetValue(_maxSize) - ModelFiles.BytesOf(classifier.Metadata);
            classifier = classifier.Compact(null, most, Terminal.Interrupted);
        }

        classifier.Save(output, new SaveOptions { WeightFormat = precision });
        var sizes = new FileSizes(path, output);
        PrintResult(arguments.GetValue(_json), sizes.ToJson, () => sizes.Print(Terminal));
        return ExitCode.Success;
    }
}
