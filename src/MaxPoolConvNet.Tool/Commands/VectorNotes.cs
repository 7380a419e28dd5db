using MaxPoolConvNet.Tool.Terminal;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>Reports problems in a file of word vectors.</summary>
internal static class VectorNotes
{
    /// <summary>Writes to standard error which vectors were skipped, and whether their number differs from the file's header.</summary>
    public static void Write(ToolConsole console, TrainingOptions options)
    {
        if (options.Network.Embedding?.Vectors is not { } vectors) return;
        if (!vectors.Skipped.IsEmpty) console.Note($"--vectors: skipped {string.Join("; ", vectors.Skipped)}");
        if (vectors.PromisedVectorCount is { } promised && promised != vectors.FileVectorCount)
        {
            console.Note(
                $"--vectors: read {vectors.FileVectorCount} vectors, but the file's header promises {promised}; the file may be truncated");
        }
    }
}
