using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet;

/// <summary>Texts as a model encodes them, and their logits. Any number of threads may ask for logits.</summary>
internal sealed class ScoredTexts : IDisposable
{
    private readonly ThreadLocal<PredictionScratch> _scratch;

    /// <exception cref="ArgumentException">A text has a label that the model doesn't have.</exception>
    public ScoredTexts(TrainedModel model, IReadOnlyList<LabeledText> texts)
    {
        Texts = new EncodedTexts(texts, model.Encoder, model.Labels, "the");
        CompiledTable? rows = CompiledTable.Of(model.Network, CompileOptions.Unasked);
        _scratch = new ThreadLocal<PredictionScratch>(() => new PredictionScratch(model.Network, rows));
    }

    public EncodedTexts Texts { get; }

    /// <summary>The logits of a text; valid until the thread asks again.</summary>
    public ReadOnlySpan<float> Logits(int text) => _scratch.Value!.Predicting.Forward(Texts.WordIds(text)).Logits;

    public void Dispose() => _scratch.Dispose();
}
