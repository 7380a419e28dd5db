using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Serving;

/// <summary>Saves one new model after the other: trained on other texts each time, or corrected by some texts whose labels a person has changed.</summary>
internal sealed class ModelUpdates(string path, ExpectedAnswers answers)
{
    private const int Corrected = 20;
    private const int Step = 37;

    private readonly TrainingOptions _options = new() { Epochs = 2, Networks = 1, Threads = 1 };
    private TextClassifier? _trained;
    private string? _previous;
    private int _number;

    public int Trainings { get; private set; }

    public int Corrections { get; private set; }

    /// <summary>The number of models after the first one.</summary>
    public int Count => Trainings + Corrections - 1;

    /// <summary>Saves the first model.</summary>
    public void Start() => Save(Train());

    /// <summary>Corrects the model, then trains a new one; saves both, one after the other, and waits until the server uses them.</summary>
    public async Task NextAsync(LoadServer server)
    {
        _number++;
        await ReplaceAsync(server, Correct());
        await ReplaceAsync(server, Train());
    }

    private async Task ReplaceAsync(LoadServer server, TextClassifier next)
    {
        string serving = server.Classifiers.Current.Checksum;
        Save(next);
        while (server.Classifiers.Current.Checksum != next.Checksum)
            await Task.Delay(TimeSpan.FromMilliseconds(20));

        // the one before may still answer a request that began with it
        if (_previous is not null) answers.Remove(_previous);
        _previous = serving;
    }

    private TextClassifier Train()
    {
        Trainings++;
        _trained = TextClassifier.Train(
            LoadModels.Texts.Where((_, at) => (at + (Step * _number)) % 4 != 0), _options with { Seed = (ulong)_number });
        return _trained;
    }

    private TextClassifier Correct()
    {
        Corrections++;
        IEnumerable<LabeledText> corrections = Enumerable.Range(0, Corrected)
            .Select(at => LoadModels.Texts[((Step * _number) + (at * Step)) % LoadModels.Texts.Length])
            .Select(text => new LabeledText(text.Label == "positive" ? "negative" : "positive", text.Text));
        return new Trainer(_options with { Seed = (ulong)_number }).Continue(_trained!, corrections).Classifier;
    }

    private void Save(TextClassifier model)
    {
        answers.Add(model);
        model.Save(path);
    }
}
