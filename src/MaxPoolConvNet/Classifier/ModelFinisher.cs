using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;
using Microsoft.Extensions.Logging;

namespace MaxPoolConvNet;

/// <summary>The last steps of training: from the trained network to the model that is used and saved.</summary>
/// <remarks>
/// Filters are rounded before V is calibrated, so that rounding, which looks at losses, gives the same filters, and the model the same
/// labels, with and without calibration.
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
        TrainedModel model = WithStatistics(start.ToModel(network));
        if (options.Compact)
        {
            model = Compact(model, scores);
            TrainingLog.Compacted(logger, model.Compaction, wasTried: FilterQuantizer.CanQuantize(network));
        }

        if (scores is null) return model;
        model = WithScores(model, scores);
        TrainingLog.Calibrated(logger, model.Calibration);
        return model;
    }

    private TrainedModel Compact(TrainedModel model, FoldScores? scores)
    {
        var compactor = new ModelCompactor(texts, options.ThreadCount);
        if (options.MaximumModelBytes is not { } most) return compactor.Compact(model, null, CancellationToken.None);
        if (scores is not null) most -= ModelShrinker.BytesOf(WithScores(model, scores)) - ModelShrinker.BytesOf(model);
        return WithStatistics(compactor.Compact(model, most, CancellationToken.None));
    }

    private TrainedModel WithStatistics(TrainedModel model) => start.WithFamiliarity(model, texts);

    /// <summary>Calibrates the model and finds the error rates that it can promise, as far as the options ask for it.</summary>
    private TrainedModel WithScores(TrainedModel model, FoldScores scores)
    {
        TrainedModel calibrated =
            options.Calibration == Calibration.OutOfFold ? ModelCalibrator.Calibrate(model, scores, weights) : model;
        return !options.Acceptance ? calibrated : calibrated with
        {
            Acceptance = OutOfFoldDecisions.Promises(scores, model.Network.Output.Function.Kind, calibrated.Calibration?.Output),
        };
    }
}
