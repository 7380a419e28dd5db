namespace MaxPoolConvNet.Training;

/// <summary>Rounds the errors of many labels at random: most become 0 and cost no time, and their expected values stay.</summary>
/// <remarks>
/// With thousands of labels, a text's errors are tiny for almost all of them. An error e with |e| below the step τ = 1/32 becomes ±τ
/// with probability |e|/τ and else 0. The gradient is right on average, as that of a batch is on average that of all texts. Reported losses
/// are those of the exact probabilities. As errors sum to 2 at most, about 64 of them are left, however many labels there are.
/// </remarks>
internal static class RoundedErrors
{
    /// <summary>The number of logits from which on errors are rounded.</summary>
    private const int ManyLogits = 256;

    private const float Step = 1f / 32;

    /// <summary>Whether the errors of an output are rounded, and those that are 0 need no step.</summary>
    public static bool AreUsed(int logits) => logits >= ManyLogits;

    /// <summary>Rounds the errors of a text.</summary>
    /// <param name="errors">The errors y − o.</param>
    /// <param name="random">The random numbers of this text in this epoch.</param>
    public static void Round(Span<float> errors, CounterRandom random)
    {
        for (int first = 0; first < errors.Length; first += 4)
        {
            ulong bits = random.Bits((ulong)first);
            foreach (ref float error in errors.Slice(first, Math.Min(4, errors.Length - first)))
            {
                float size = Math.Abs(error);
                if (size < Step) error = size * (65536 / Step) > (bits & 0xFFFF) ? MathF.CopySign(Step, error) : 0;
                bits >>= 16;
            }
        }
    }
}
