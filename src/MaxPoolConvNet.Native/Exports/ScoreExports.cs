using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Native;

/// <summary>The exported functions for the probabilities of several labels; maxpool.h documents them.</summary>
internal static unsafe class ScoreExports
{
    [UnmanagedCallersOnly(EntryPoint = "maxpool_score", CallConvs = [typeof(CallConvCdecl)])]
    public static int Score(long model, byte* text, long length, double* probabilities, int capacity)
    {
        try
        {
            LoadedModel loaded = HandleTable.Get(model);
            Arguments.NotNegative(capacity, "capacity");
            if (capacity < loaded.Labels.Length)
            {
                throw new StatusException(
                    Status.BufferTooSmall, $"there is room for {capacity} probabilities; the model has {loaded.Labels.Length} labels");
            }

            Arguments.NotNull(probabilities, "probabilities");
            using var scored = new ScoredText(loaded, text, length);
            scored.Scores.CopyTo(new Span<double>(probabilities, capacity));
            return (int)Status.Ok;
        }
        catch (Exception problem)
        {
            return Failure.Of(problem);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "maxpool_top", CallConvs = [typeof(CallConvCdecl)])]
    public static int Top(long model, byte* text, long length, int* labels, double* probabilities, int capacity, int* found)
    {
        try
        {
            LoadedModel loaded = HandleTable.Get(model);
            if (capacity < 1) throw Arguments.Invalid($"capacity is {capacity}; 1 or more was expected");
            using var scored = new ScoredText(loaded, text, length);
            new FoundLabels(loaded, labels, probabilities, capacity, found).Write(scored.Scores.Top(capacity));
            return (int)Status.Ok;
        }
        catch (Exception problem)
        {
            return Failure.Of(problem);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "maxpool_above", CallConvs = [typeof(CallConvCdecl)])]
    public static int Above(
        long model, byte* text, long length, double threshold, int* labels, double* probabilities, int capacity, int* found)
    {
        try
        {
            LoadedModel loaded = HandleTable.Get(model);
            if (threshold is not (>= 0 and <= 1))
                throw Arguments.Invalid(FormattableString.Invariant($"threshold is {threshold}; a number from 0 to 1 was expected"));
            using var scored = new ScoredText(loaded, text, length);
            new FoundLabels(loaded, labels, probabilities, capacity, found).Write(scored.Scores.Above(threshold));
            return (int)Status.Ok;
        }
        catch (Exception problem)
        {
            return Failure.Of(problem);
        }
    }

    [UnmanagedCallersOnly(EntryPoint = "maxpool_accept", CallConvs = [typeof(CallConvCdecl)])]
    public static int Accept(
        long model, byte* text, long length, double maxError, int* labels, double* probabilities, int capacity, int* found)
    {
        try
        {
            LoadedModel loaded = HandleTable.Get(model);
            ErrorThreshold threshold = Promises.At(loaded.Classifier, maxError);
            using var scored = new ScoredText(loaded, text, length);
            ImmutableArray<LabelProbability> accepted = Promises.Accepted(scored.Scores, threshold);
            new FoundLabels(loaded, labels, probabilities, capacity, found).Write(accepted);
            return (int)Status.Ok;
        }
        catch (Exception problem)
        {
            return Failure.Of(problem);
        }
    }
}
