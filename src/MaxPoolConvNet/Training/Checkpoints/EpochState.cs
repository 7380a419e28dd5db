namespace MaxPoolConvNet.Training;

/// <summary>The reports of the epochs made, in a checkpoint.</summary>
internal static class EpochState
{
    /// <summary>Writes the reports, or reads them into a list that is empty.</summary>
    public static void Exchange(List<EpochReport> epochs, ITrainingState state)
    {
        long count = epochs.Count;
        state.Exchange(ref count);
        for (int e = 0; e < count; e++)
        {
            if (e == epochs.Count) epochs.Add(new EpochReport(e + 1, 0, 0, null, null));
            EpochReport known = epochs[e];
            (double loss, double accuracy) = (known.Loss, known.Accuracy);
            state.Exchange(ref loss);
            state.Exchange(ref accuracy);
            epochs[e] = new EpochReport(known.Epoch, loss, accuracy, Exchange(known.HeldOutLoss, state), Exchange(known.HeldOutAccuracy, state));
        }
    }

    /// <summary>NaN stands for no number.</summary>
    private static double? Exchange(double? figure, ITrainingState state)
    {
        double number = figure ?? double.NaN;
        state.Exchange(ref number);
        return double.IsNaN(number) ? null : number;
    }
}
