using System.CommandLine;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.RawText;

/// <summary>
/// From the characters of a text to its label and probability, on one thread: one text beside ML.NET's prediction engine, and a file of texts
/// beside fastText's program. All learn from the same texts, which are then predicted again: what counts here is time, and the accuracy on
/// these texts only shows that each predicts something.
/// </summary>
internal sealed class RawTextCommand : Command
{
    private readonly Option<string> _data = new("--data") { Description = "labeled texts of two labels", Required = true };
    private readonly Option<bool> _latin1 = new("--latin1") { Description = "the data is Latin-1, not UTF-8" };
    private readonly Option<int> _rounds = new("--rounds") { Description = "measured rounds", DefaultValueFactory = _ => 7 };
    private readonly Option<int> _copies = new("--copies") { Description = "times the data is repeated in the file", DefaultValueFactory = _ => 20 };
    private readonly Option<string> _program = new("--program") { Description = "the fastText program", DefaultValueFactory = _ => "fasttext" };

    public RawTextCommand()
        : base("raw-text", "raw text to label and probability, beside ML.NET and fastText")
    {
        foreach (Option option in new Option[] { _data, _latin1, _rounds, _copies, _program })
            Add(option);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        int rounds = arguments.GetValue(_rounds);
        int copies = arguments.GetValue(_copies);
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1, "--rounds");
        ArgumentOutOfRangeException.ThrowIfLessThan(copies, 1, "--copies");
        string encoding = arguments.GetValue(_latin1) ? "latin1" : "utf-8";
        LabeledTexts texts = LabeledTextFile.Read(arguments.GetValue(_data)!, new LabeledTextFileOptions { Encoding = encoding });
        TextClassifier classifier = WriteupClassifier.Train(texts);
        Markdown.Line($"{Machine.Description}; {texts.Count} texts, one thread each, {rounds} rounds in turn after one to warm up");
        Markdown.Line();
        OneText.Print(classifier, texts, rounds);
        Markdown.Line();
        using var fastText = new FastTextPredictor(arguments.GetValue(_program)!, texts);
        FileOfTexts.Print(classifier, fastText, texts, copies, rounds);
    }
}
