namespace MaxPoolConvNet;

/// <content>Which texts are of the kind that the classifier was trained on.</content>
public sealed partial class TextClassifier
{
    /// <summary>Finds the familiarity below which at most a given fraction of texts are, to compare predictions with.</summary>
    /// <remarks>
    /// 0.05 already leaves out about 5 % of texts like the training texts (see <see cref="Prediction.Familiarity"/>). This method measures it
    /// on the texts that the classifier gets in practice. Some hundred texts are needed for 5 %.
    /// </remarks>
    /// <param name="texts">Held-out texts of the kind to accept, with or without labels.</param>
    /// <param name="refusedFraction">The largest fraction of these texts below the minimum. From 0 to 0.99. The default is 0.05.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The minimum, from 0 to 1: refuse predictions whose familiarity is below it. <see langword="null"/> if the classifier has no
    /// statistics of its training texts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are no texts, or one is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="refusedFraction"/> is out of range.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public double? MinimumFamiliarity(
        IEnumerable<string> texts, double refusedFraction = 0.05, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return Model.MinimumFamiliarity(texts, refusedFraction, cancellationToken);
    }
}
