using System.Globalization;
using MaxPoolConvNet;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

// Kim's network (2014): three widths of 100 filters over 300-d vectors
var kim = new ConvNetOptions { Filters = [], Embedding = new EmbeddingOptions { Dimension = 300, Filters = [new(3), new(4), new(5)] } };
switch (args)
{
    case ["write", string path, string words]:
        int count = int.Parse(words, CultureInfo.InvariantCulture);
        ConvNet network = ConvNet.Random(count, kim, seed: 1);
        new TextClassifier(network, Vocabulary.FromWords(Enumerable.Range(0, count).Select(word => $"word{word}")), WordTokenizer.Default, ["0", "1"]).Save(path);
        return 0;
    case ["predict", string path, string text]:
        Prediction prediction = TextClassifier.Load(path).Predict(text);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{prediction.Label} {prediction.Probability:F6} {prediction.KnownWordCount}"));
        return 0;
    default:
        Console.Error.WriteLine("usage: write PATH WORDS | predict PATH TEXT");
        return 2;
}
