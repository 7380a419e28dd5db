using MaxPoolConvNet;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace Guides;

/// <summary>The code of save-and-load.md.</summary>
internal static class SaveAndLoadPage
{
    public static Task RunAsync()
    {
        TextClassifier classifier = SaveThenLoad();
        SaveSmaller(classifier);
        UseStreams(classifier);
        Inspect();
        UseOwnTokenizer();
        RefuseDamage();
        GoOn();
        return Task.CompletedTask;
    }

    private static TextClassifier SaveThenLoad()
    {
        // begin
        TextClassifier classifier = TextClassifier.Train(LabeledTextFile.Read("reviews.csv"));
        classifier.Save("reviews.safetensors");

        TextClassifier loaded = TextClassifier.Load("reviews.safetensors");
        Console.WriteLine(loaded.Predict("Not only cheap but surprisingly well made."));
        // end
        return classifier;
    }

    private static void SaveSmaller(TextClassifier classifier)
    {
        // begin
        classifier.Save("floats.safetensors", new SaveOptions
        {
            WeightFormat = WeightFormat.Float32,
            Metadata = new Dictionary<string, string> { ["trainedOn"] = "reviews.csv of May", ["accuracy"] = "0.83" },
        });
        Console.WriteLine(TextClassifier.Load("floats.safetensors").Metadata["trainedOn"]);
        // end
    }

    private static void UseStreams(TextClassifier classifier)
    {
        // begin
        using var stream = new MemoryStream();   // a blob, a zip entry, an embedded resource
        classifier.Save(stream);
        stream.Position = 0;
        TextClassifier fromStream = TextClassifier.Load(stream);
        // end
        Console.WriteLine(fromStream.Predict("It fell apart."));
    }

    private static void Inspect()
    {
        // begin
        ModelFileInfo info = ModelFile.Inspect("floats.safetensors");
        Console.WriteLine($"{info.ByteCount} bytes, {info.Checksum}, trained on {info.Metadata["user.trainedOn"]}");
        foreach (ModelTensor tensor in info.Tensors)
            Console.WriteLine($"{tensor.Name,-16} {tensor.Type,-4} {string.Join(" × ", tensor.Shape)}");
        // end
    }

    private static void UseOwnTokenizer()
    {
        // begin
        var options = new TrainingOptions { Tokenizer = new CharacterTokenizer() };
        TextClassifier.Train(LabeledTextFile.Read("new-reviews.tsv"), options).Save("own.safetensors");
        TextClassifier own = TextClassifier.Load("own.safetensors", new LoadOptions { Tokenizer = new CharacterTokenizer() });
        // end
        Console.WriteLine($"{own.Vocabulary.Count} characters known");
    }

    private static void RefuseDamage()
    {
        // begin
        byte[] bytes = File.ReadAllBytes("floats.safetensors");
        bytes[bytes.Length / 2] ^= 1;   // a single bit
        File.WriteAllBytes("damaged.safetensors", bytes);
        try
        {
            TextClassifier.Load("damaged.safetensors");
        }
        catch (InvalidDataException problem)
        {
            Console.WriteLine(problem.Message);
        }
        // end
    }

    private static void GoOn()
    {
        // begin
        var gently = new TrainingOptions { Optimizer = new AdaGrad { LearningRate = 0.02 } };
        TextClassifier before = TextClassifier.Load("reviews.safetensors");
        TextClassifier further = new Trainer(gently).Continue(before, LabeledTextFile.Read("new-reviews.tsv")).Classifier;
        // end
        Console.WriteLine($"{before.Vocabulary.Count} words known before, {further.Vocabulary.Count} after");
    }

    // begin
    /// <summary>Each character is a word: for languages that write no spaces.</summary>
    private sealed class CharacterTokenizer : ITokenizer
    {
        public void Tokenize(ReadOnlySpan<char> text, TokenBuffer tokens)
        {
            for (int at = 0; at < text.Length; at++)
            {
                if (!char.IsWhiteSpace(text[at])) tokens.Add(new Token(at, 1), text.Slice(at, 1));
            }
        }
    }
    // end
}
