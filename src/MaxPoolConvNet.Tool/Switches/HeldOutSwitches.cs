using System.CommandLine;
using System.Globalization;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Files;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Switches;

/// <summary>The switches that choose the texts to test on.</summary>
internal sealed class HeldOutSwitches
{
    private const double Default = 0.1;

    private readonly FileSwitch _test = new("--test", FileUse.Input)
    {
        Description = "labeled texts to test on, in DATA's format; DATA is then used for training only",
        HelpName = "FILE",
    };

    private readonly Option<double?> _fraction = NumberSwitch.Create<double>(
        "--hold-out",
        $"fraction of each label's texts held out for the test, 0 to 0.99 [default: {Default}; 0 with --test]",
        new(0, 0.99));

    public void AddTo(Command command)
    {
        command.Add(_test);
        command.Add(_fraction);
    }

    /// <param name="data">The texts.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="seed">The seed of the draw of the held-out texts.</param>
    /// <param name="terminal">Interrupts the reading at Ctrl+C.</param>
    /// <param name="form">The form in which the texts were read.</param>
    public TextSplit Split(DataSwitches data, ParseResult arguments, ulong seed, ToolConsole terminal, out ReadForm form)
    {
        string? test = arguments.GetValue(_test);
        double? given = arguments.GetValue(_fraction);
        if (test is not null && given is not null) throw new ArgumentException("--test and --hold-out were both given; pass one of them");
        double fraction = given ?? Default;
        form = data.Read(arguments, terminal);
        LabeledTexts texts = form.Texts;
        if (test is null) return HoldOut(texts, fraction, seed);
        return new TextSplit(texts, data.Read(test, arguments, terminal).Texts);
    }

    private static TextSplit HoldOut(IReadOnlyList<LabeledText> texts, double fraction, ulong seed)
    {
        if (fraction == 0) return new TextSplit(texts, []);
        IReadOnlyDictionary<string, int> labels = new LabelTable(texts).Counts;
        if (labels.Count <= 1 || labels.Values.Any(count => count > 1)) return StratifiedSplit.HoldOut(texts, fraction, seed);
        throw new ArgumentException(string.Create(
            CultureInfo.InvariantCulture,
            $"each of the {labels.Count} labels, such as '{labels.Keys.First()}', has only one text, so none can be held out "
            + $"for the test; check that these are the labels (--label-column), or train without a test (--hold-out 0)"));
    }
}
