using System.Runtime.InteropServices;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Storage;

/// <summary>Stores the statistics of <see cref="FamiliarityModel"/> as two tensors; files of earlier versions have neither.</summary>
internal static class StoredFamiliarity
{
    /// <summary>The tensor (U8) with the cost of each word of the vocabulary, then that of unknown words.</summary>
    public const string Costs = "familiarity.costs";

    /// <summary>The tensor (I32) with the number of training texts, then the quantiles of their costs.</summary>
    public const string Quantiles = "familiarity.quantiles";

    private const int Numbers = 1 + FamiliarityModel.Hundred + 1;
    private const int LargestQuantile = byte.MaxValue * FamiliarityModel.QuantilesPerStep;

    public static int[] NumbersOf(FamiliarityModel familiarity) => [familiarity.TextCount, .. familiarity.Quantiles];

    /// <param name="tensors">The bytes of tensors by name, little-endian.</param>
    /// <param name="words">The number of words of the vocabulary.</param>
    /// <returns>The statistics; null if the file has none.</returns>
    /// <exception cref="InvalidDataException">They aren't valid.</exception>
    public static FamiliarityModel? Parse(Dictionary<string, byte[]> tensors, int words)
    {
        bool hasCosts = tensors.TryGetValue(Costs, out byte[]? costs);
        bool hasQuantiles = tensors.TryGetValue(Quantiles, out byte[]? quantiles);
        if (!hasCosts && !hasQuantiles) return null;
        if (!hasCosts || !hasQuantiles)
            throw new InvalidDataException(
                $"the file has only one of the tensors '{Costs}' and '{Quantiles}'; both or neither were expected");
        if (costs!.Length != words + 1)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"'{Costs}' has {costs.Length} numbers; {words + 1} were expected, one per word and one for unknown words"));
        }

        int[] numbers = MemoryMarshal.Cast<byte, int>(quantiles).ToArray();
        if (numbers.Length != Numbers)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"'{Quantiles}' has {numbers.Length} numbers; {Numbers} were expected"));
        }

        CheckCosts(costs);
        CheckQuantiles(numbers);
        return new FamiliarityModel(costs, numbers[1..], numbers[0]);
    }

    private static void CheckCosts(byte[] costs)
    {
        byte unknown = costs[^1];
        if (unknown < FamiliarityModel.LeastUnknown)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"in '{Costs}', unknown words cost {unknown}; {FamiliarityModel.LeastUnknown} or more was expected"));
        }

        for (int word = 0; word < costs.Length; word++)
        {
            if (costs[word] > FamiliarityModel.MostKnown && costs[word] != unknown)
            {
                throw new InvalidDataException(FormattableString.Invariant(
                    $"in '{Costs}', word {word} costs {costs[word]}; at most {FamiliarityModel.MostKnown}, or {unknown}, was expected"));
            }
        }
    }

    private static void CheckQuantiles(int[] numbers)
    {
        if (numbers[0] < 0)
            throw new InvalidDataException(FormattableString.Invariant($"'{Quantiles}' is of {numbers[0]} texts; 0 or more were expected"));
        int most = LargestQuantile;
        for (int q = 1; q < numbers.Length; q++)
        {
            if (numbers[q] < 0 || numbers[q] > most)
            {
                throw new InvalidDataException(FormattableString.Invariant(
                    $"in '{Quantiles}', quantile {q - 1} is {numbers[q]}; a number from 0 to {most} was expected, in descending order"));
            }

            most = numbers[q];
        }
    }
}
