using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>Writes the predictions of files as parts; ranks take one part after the other, the longest first.</summary>
/// <param name="console">The console, with the ranks.</param>
/// <param name="plan">The division of the files.</param>
/// <param name="manifest">What the parts are made from.</param>
internal sealed class PartRun(ToolConsole console, PartPlan plan, PartManifest manifest)
{
    /// <param name="path">The folder.</param>
    /// <param name="extension">The extension of the parts.</param>
    /// <param name="write">Writes the predictions of a part.</param>
    /// <returns>The number of parts that were there already.</returns>
    /// <exception cref="ArgumentException">The folder can't be used, or ranks have other options, models or files.</exception>
    /// <exception cref="IOException">The folder can't be written.</exception>
    public int Run(string path, string extension, Action<FilePart, Stream> write)
    {
        CheckSame();
        using var folder = new PartFolder(path, plan.Parts.Count, extension);
        byte[] ready = console.Ranks.IsFirst
            ? Array.ConvertAll(folder.Prepare(manifest, plan.Parts.Select(part => part.File)), isWhole => (byte)(isWhole ? 1 : 0))
            : [];
        ready = console.Ranks.OfFirst(ready);
        if (!console.Ranks.IsFirst) folder.CheckShared();
        foreach (FilePart part in plan.Parts.Where(part => ready[part.Number] == 0).OrderByDescending(part => part.To - part.From))
        {
            folder.TryWrite(part.Number, stream =>
            {
                write(part, stream);
                plan.CheckUnchanged(part.File);
            });
        }

        // the folder stays locked until all ranks have finished
        console.Ranks.Add([0]);
        return ready.Sum(isWhole => isWhole);
    }

    private void CheckSame()
    {
        byte[] first = console.Ranks.OfFirst(manifest.ToJson());
        if (manifest.DifferenceFrom(PartManifest.Parse(first, "rank 0")) is { } difference)
            throw new ArgumentException($"{difference} at rank 0; all ranks need the same model, options and files");
    }
}
