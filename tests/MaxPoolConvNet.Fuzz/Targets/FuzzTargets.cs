using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Files;

namespace MaxPoolConvNet.Fuzz;

/// <summary>Everything that is fed.</summary>
internal static class FuzzTargets
{
    private const string FileName = "a.file";

    /// <summary>More than any reader of text needs per byte: objects of a label and a text for a few characters, and their fields.</summary>
    private const int MostPerByte = 300;

    /// <summary>The rows between two rows of a workbook that isn't larger than Excel allows: objects that live for a moment.</summary>
    private const int MostForBlankRows = 80 << 20;

    /// <summary>The names on the command line, each with what makes the target.</summary>
    public static IReadOnlyList<(string Name, Func<string, IFuzzTarget> Create)> All { get; } =
    [
        ("csv", name => Labeled(name, TableCorpus.Csv, LabeledTextFormat.Csv)),
        ("tsv", name => Labeled(name, TableCorpus.Tsv, LabeledTextFormat.TabSeparated)),
        ("json", name => Labeled(name, TableCorpus.Json, LabeledTextFormat.Json)),
        ("fasttext", name => Labeled(name, TableCorpus.FastText, LabeledTextFormat.FastText)),
        ("spaced", name => Labeled(name, TableCorpus.Spaced, LabeledTextFormat.SpaceSeparated)),
        ("detected", name => Labeled(name, [.. TableCorpus.Csv, .. TableCorpus.Tsv, .. TableCorpus.Json, .. TableCorpus.FastText, .. TableCorpus.Spaced], LabeledTextFormat.Detect)),
        ("texts", Texts),
        ("gzip", Gzip),
        ("folder", _ => new FolderTarget()),
        ("vectors", name => Vectors(name, TableCorpus.TextVectors, WordVectorFormat.Detect)),
        ("binary-vectors", name => Vectors(name, TableCorpus.BinaryVectors, WordVectorFormat.Binary)),
        ("model", Model),
        ("checkpoint", _ => new CheckpointTarget()),
        ("excel", name => Table(name, BinaryTableCorpus.Excel, new ZipForgery(BinaryTableCorpus.Excel).Make, MostForBlankRows)),
        ("old-excel", name => Table(name, BinaryTableCorpus.OldExcel, new OverwritingMutator(BinaryTableCorpus.OldExcel).Make, MostForBlankRows)),
        ("parquet", name => Table(name, BinaryTableCorpus.Parquet, new ByteMutator(BinaryTableCorpus.Parquet, ["PAR1"]).Make)),
        ("corrections", Corrections),
        ("tokenizers", name => new TextTarget(name, Tokenizing.Check, 100)),
        ("predict", name => new TextTarget(name, Predicting.Check, 20_000)),
    ];

    private static ReaderTarget Labeled(string name, byte[][] corpus, LabeledTextFormat format) => new(
        name,
        corpus,
        new ByteMutator(corpus, TableCorpus.Tokens).Make,
        input => LabeledTextFile.ReadAll(new MemoryStream(input), FileName, new LabeledTextFileOptions { Format = format }),
        MostPerByte);

    private static ReaderTarget Texts(string name)
    {
        byte[][] corpus = [.. TableCorpus.Lines, .. TableCorpus.Csv, .. TableCorpus.Json[1..2]];
        return new ReaderTarget(name, corpus, new ByteMutator(corpus, TableCorpus.Tokens).Make, ReadTexts, MostPerByte);
    }

    private static void ReadTexts(byte[] input)
    {
        foreach (string text in TextFile.Read(new MemoryStream(input), FileName))
        {
            if (text.Length > input.Length) throw new BrokenPromiseException($"a text has {text.Length} characters, from {input.Length} bytes");
        }
    }

    private static ReaderTarget Gzip(string name)
    {
        byte[][] corpus = [.. TableCorpus.Csv.Select(TableCorpus.Packed)];
        var packed = new ByteMutator(corpus, ["\u001f", "\b"]);
        // what a byte of it unpacks to, and that is then read
        const int MostUnpacked = 1032 * MostPerByte;
        return new ReaderTarget(name, corpus, packed.Make, input => LabeledTextFile.ReadAll(new MemoryStream(input), FileName), MostUnpacked);
    }

    private static ReaderTarget Vectors(string name, byte[][] corpus, WordVectorFormat format) => new(
        name,
        corpus,
        new ByteMutator(corpus, [" ", "\n", "\t", "1 ", "0.5 ", "1e-9", "NaN", "\0", "\uFEFF", "é"]).Make,
        input => WordVectorFile.ReadFrom(new MemoryStream(input), FileName, new WordVectorFileOptions { Format = format }),
        MostPerByte);

    /// <summary>Models that are read must also predict, explain and be written again.</summary>
    private static ReaderTarget Model(string name) => new(name, ModelCorpus.Files, new ModelForgery(ModelCorpus.Files).Make, ReadModel, 2_000);

    private static void ReadModel(byte[] input)
    {
        Exception? refusal = null;
        try
        {
            ModelFile.Inspect(new MemoryStream(input));
        }
        catch (InvalidDataException problem)
        {
            refusal = problem;
        }

        var classifier = TextClassifier.Load(new MemoryStream(input), ModelCorpus.Options);
        if (refusal is not null) throw new BrokenPromiseException($"loaded, but not inspected: {refusal.Message}");
        Answer(classifier);
        classifier.Save(Stream.Null);
    }

    private static void Answer(TextClassifier classifier)
    {
        try
        {
            Prediction prediction = classifier.Predict("a superb film, not a dreadful one");
            if (!double.IsFinite(prediction.Probability)) throw new BrokenPromiseException("a probability isn't a finite number");
            classifier.Explain("a superb film");
        }
        catch (ArithmeticException problem) when (problem is not (DivideByZeroException or OverflowException))
        {
            // as documented: the weights are finite, but too large
        }
    }

    private static FileTarget Table(string name, byte[][] corpus, Func<Random, byte[]> make, int mostForBlanks = 0) =>
        new(name, corpus, make, ReadTable, 20_000, mostForBlanks);

    private static void ReadTable(string path)
    {
        var options = new LabeledTextFileOptions();
        using TableFile? table = TableFile.OpenIfAny(path, sheet: null, options);
        table?.Read(options);
    }

    private static FileTarget Corrections(string name) => new(
        name, TableCorpus.Corrections, new ByteMutator(TableCorpus.Corrections, TableCorpus.Tokens).Make, path => CorrectionTable.Read(path), MostPerByte);
}
