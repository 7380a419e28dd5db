using System.Collections.Immutable;

namespace MaxPoolConvNet.Native;

/// <summary>The caller's buffers for labels and their probabilities.</summary>
/// <param name="model">The model.</param>
/// <param name="labels">Room for the numbers of labels.</param>
/// <param name="probabilities">Room for their probabilities.</param>
/// <param name="capacity">The number of elements of both.</param>
/// <param name="found">Receives the number of labels.</param>
internal readonly unsafe ref struct FoundLabels(LoadedModel model, int* labels, double* probabilities, int capacity, int* found)
{
    /// <summary>Writes the labels.</summary>
    /// <exception cref="StatusException">A buffer is missing or too small.</exception>
    public void Write(ImmutableArray<LabelProbability> all)
    {
        Arguments.NotNull(found, "found");
        Arguments.NotNegative(capacity, "capacity");
        if (capacity > 0)
        {
            Arguments.NotNull(labels, "labels");
            Arguments.NotNull(probabilities, "probabilities");
        }

        *found = all.Length;
        if (all.Length > capacity)
            throw new StatusException(Status.BufferTooSmall, $"there is room for {capacity} labels; {all.Length} were found");
        for (int at = 0; at < all.Length; at++)
        {
            labels[at] = model.NumberOf(all[at].Label);
            probabilities[at] = all[at].Probability;
        }
    }
}
