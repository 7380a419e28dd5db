namespace MaxPoolConvNet.Tool.Files;

/// <summary>Checks that a command overwrites neither its inputs nor its other outputs.</summary>
internal static class CommandFiles
{
    /// <summary>Refuses outputs that can't be written or would overwrite an input or another output, before any work is done.</summary>
    /// <param name="files">The files of the command.</param>
    /// <exception cref="ArgumentException">An output has no name, is a folder, or is also an input or another output.</exception>
    /// <exception cref="IOException">An output can't be written.</exception>
    public static void Check(IReadOnlyCollection<NamedFile> files)
    {
        NamedFile[] outputs = [.. files.Where(file => file.Use == FileUse.Output)];
        foreach (NamedFile output in outputs)
            OutputFile.Check(output.Path, output.Name);

        FilePlace[] inputs = [.. files.Except(outputs).Where(input => !string.IsNullOrWhiteSpace(input.Path)).Select(FilePlace.Of)];
        List<FilePlace> written = [];
        foreach (FilePlace output in outputs.Append(NamedFile.StandardOutput).Select(FilePlace.Of))
        {
            foreach (FilePlace other in inputs.Concat(written))
                output.CheckApartFrom(other);
            written.Add(output);
        }
    }
}
