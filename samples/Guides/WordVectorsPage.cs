using MaxPoolConvNet;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace Guides;

/// <summary>The code of word-vectors.md.</summary>
internal static class WordVectorsPage
{
    public static Task RunAsync()
    {
        (WordVectors vectors, TextSplit split, TextClassifier classifier) = TrainWithVectors();
        Refer(vectors, classifier);
        ChooseTheKind(vectors, split);
        KeepFew(split);
        AskForCoverage(vectors, split);
        return Task.CompletedTask;
    }

    private static (WordVectors Vectors, TextSplit Split, TextClassifier Classifier) TrainWithVectors()
    {
        // begin
        TextSplit split = StratifiedSplit.HoldOut(LabeledTextFile.Read("reviews.csv"), fraction: 0.25, seed: 1);
        WordVectors vectors = WordVectorFile.Read("vectors.txt");   // glove.6B.50d.txt.gz

        var options = new TrainingOptions
        {
            Network = new ConvNetOptions { Embedding = new EmbeddingOptions { Kind = EmbeddingKind.Static, Vectors = vectors } },
        };
        TrainingResult result = new Trainer(options).Train(split.Training);
        Console.WriteLine($"{result.VectorCoverage!.Value.Fraction:P0} of the words have a vector");
        Console.WriteLine($"accuracy {result.Classifier.Evaluate(split.HeldOut).Accuracy:P1}, without vectors {TextClassifier.Train(split.Training).Evaluate(split.HeldOut).Accuracy:P1}");
        // end
        return (vectors, split, result.Classifier);
    }

    private static void Refer(WordVectors vectors, TextClassifier classifier)
    {
        // begin
        classifier.Save("small.safetensors", new SaveOptions { ReferencedVectors = vectors });
        var options = new LoadOptions { FindVectors = name => name == vectors.Name ? vectors : null };
        TextClassifier small = TextClassifier.Load("small.safetensors", options);
        // end
        Console.WriteLine($"vectors of {small.Vocabulary.Count} words, named {vectors.Name}");
    }

    private static void ChooseTheKind(WordVectors vectors, TextSplit split)
    {
        // begin
        var kim = new ConvNetOptions   // Kim (2014), two channels: no one-hot filters; the vectors both static and trained
        {
            Filters = [],
            Activation = Activation.Relu,
            Embedding = new EmbeddingOptions { Kind = EmbeddingKind.TwoChannel, Vectors = vectors, Filters = [new(3), new(4), new(5)] },
        };
        TextClassifier twoChannels = TextClassifier.Train(split.Training, new TrainingOptions { Network = kim, Networks = 1 });
        // end
        Console.WriteLine($"two channels: {twoChannels.Evaluate(split.HeldOut).Accuracy:P1}");
    }

    private static void KeepFew(TextSplit split)
    {
        // begin
        var words = Vocabulary.Build(split.Training.Select(text => text.Text), WordTokenizer.Default);
        WordVectors few = WordVectorFile.Read("vectors.txt", new WordVectorFileOptions { Words = words.Words, Dimension = 20 });
        // end
        Console.WriteLine($"{few.Count} vectors kept");
    }

    private static void AskForCoverage(WordVectors vectors, TextSplit split)
    {
        var words = Vocabulary.Build(split.Training.Select(text => text.Text), WordTokenizer.Default);

        // begin
        WordVectorCoverage coverage = vectors.Coverage(words);
        string[] missing = [.. words.Words.Where(word => !vectors.TryGetVector(word, out _)).Take(10)];
        Console.WriteLine($"{coverage.CoveredWordCount} of {coverage.WordCount} have a vector; the most frequent without: {string.Join(' ', missing)}");
        // end
    }
}
