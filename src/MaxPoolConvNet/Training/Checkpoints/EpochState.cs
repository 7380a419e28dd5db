namespace MaxPoolConvNet.Training;

/// <summary>The reports of the completed epochs, in a checkpoint.</summary>
internal static class EpochState
{
    /// <summary>Writes the reports, or reads them into an empty list.</summary>
    /// <param name="epochs">The reports.</param>
    /// <param name="most">The number of epochs of the whole training.</param>
    /// <param name="state">Writes or reads.</param>
    public static void Exchange(List<EpochReport> epochs, int most, ITrainingState state)
    {
        long count = epochs.Count;
        state.Exchange(ref count, most);
        for (int e = 0; e < count; e++)
        {
            if (e == epochs.Count) epochs.Add(new EpochReport(e + 1, 0, 0, null, null));
            EpochReport known = epochs[e];
            (double loss, double accuracy) = (known.Loss, known.Accuracy);
            state.Exchange(ref loss);
            state.Exchange(ref accuracy);
            double? heldOutLoss = Exchange(known.HeldOutLoss, state);
            double? heldOutAccuracy = Exchange(known.HeldOutAccuracy, state);
            epochs[e] = new EpochReport(known.Epoch, loss, accuracy, heldOutLoss, heldOutAccuracy);
        }
    }

    /// <summary>Exchanges a number that may be missing, as NaN.</summary>
    private static double? Exchange(double? figure, ITrainingState state)
    {
        double number = figure ?? double.NaN;
        state.Exchange(ref number);
        return double.IsNaN(number) ? null : number;
    }
}
