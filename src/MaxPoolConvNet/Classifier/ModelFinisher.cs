using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;
using Microsoft.Extensions.Logging;

namespace MaxPoolConvNet;

/// <summary>The last steps of training: from the trained network to the model that is used and saved.</summary>
/// <remarks>
/// Filters are rounded before V is calibrated, so that rounding, which looks at losses, gives the same filters, and the model the same
/// labels, with and without calibration. A maximum size includes the calibrated V, so that it comes last.
/// </remarks>
/// <param name="start">The start of the training.</param>
/// <param name="options">The options, resolved.</param>
/// <param name="texts">The texts that the network was trained on.</param>
/// <param name="weights">The class weights; null if all are 1.</param>
/// <param name="logger">Receives messages.</param>
internal sealed class ModelFinisher(
    TrainingStart start, TrainingOptions options, IReadOnlyList<LabeledText> texts, ErrorWeights? weights, ILogger logger)
{
    /// <param name="network">The trained network.</param>
    /// <param name="scores">Its out-of-fold scores; null if there are none.</param>
    /// <exception cref="ArgumentException">The model can't be made as small as the options ask for.</exception>
    public TrainedModel Finish(Network<float> network, FoldScores? scores)
    {
        TrainedModel model = start.WithFamiliarity(start.ToModel(network), texts);
        model = start.WithLabelCounts(start.WithTexts(model, texts), texts);
        if (options.MaximumModelBytes is { } most)
        {
            // words that were dropped are unknown now
            model = start.WithFamiliarity(Compact(WithScores(model, scores), most), texts);
        }
        else
        {
            model = WithScores(options.Compact ? Compact(model, null) : model, scores);
        }

        if (options.Compact) TrainingLog.Compacted(logger, model.Compaction, wasTried: FilterQuantizer.CanQuantize(network));
        if (model.Calibration is not null) TrainingLog.Calibrated(logger, model.Calibration);
        return model with { Network = model.Network.Contiguous() };
    }

    private TrainedModel Compact(TrainedModel model, long? maximumBytes) =>
        new ModelCompactor(texts, options.ThreadCount).Compact(model, maximumBytes, CancellationToken.None);

    /// <summary>Calibrates the model and finds the error rates that it can promise, as far as the options ask for it.</summary>
    private TrainedModel WithScores(TrainedModel model, FoldScores? scores)
    {
        if (scores is null) return model;
        TrainedModel calibrated =
            options.Calibration == Calibration.OutOfFold ? ModelCalibrator.Calibrate(model, scores, weights) : model;
        return !options.Acceptance ? calibrated : calibrated with
        {
            Acceptance = OutOfFoldDecisions.Promises(scores, model.Network.Output.Function.Kind, calibrated.Calibration?.Output),
        };
    }
}
