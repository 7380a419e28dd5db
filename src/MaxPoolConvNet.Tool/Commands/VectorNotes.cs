using MaxPoolConvNet.Tool.Terminal;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>What was odd in a file of word vectors.</summary>
internal static class VectorNotes
{
    /// <summary>Writes a line about vectors that were skipped, and one about another count than promised, to standard error.</summary>
    public static void Write(ToolConsole console, TrainingOptions options)
    {
        if (options.Network.Embedding?.Vectors is not { } vectors) return;
        if (!vectors.Skipped.IsEmpty) console.Note($"--vectors: skipped {string.Join("; ", vectors.Skipped)}");
        if (vectors.PromisedVectorCount is { } promised && promised != vectors.FileVectorCount)
            console.Note($"--vectors: {vectors.FileVectorCount} vectors; the file's header promises {promised}, so it may be cut off");
    }
}
