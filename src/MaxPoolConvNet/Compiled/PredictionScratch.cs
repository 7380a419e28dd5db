using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet;

/// <summary>The scratch of a thread for predictions, reused for every text.</summary>
internal sealed class PredictionScratch(Network<float> network, CompiledTable? rows)
{
    private readonly MissingRows? _rowScratch = rows is null ? null : new MissingRows(network);
    private PredictionRun? _predicting;
    private PredictionRun? _explaining;

    public EncodedText Encoded { get; } = new();

    /// <summary>For predictions.</summary>
    public PredictionRun Predicting => _predicting ??= new PredictionRun(network, rows, _rowScratch, keepWinners: false);

    /// <summary>For explanations, which ask for the windows that won.</summary>
    public PredictionRun Explaining => _explaining ??= new PredictionRun(network, rows, _rowScratch, keepWinners: true);
}
