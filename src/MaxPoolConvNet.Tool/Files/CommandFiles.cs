namespace MaxPoolConvNet.Tool.Files;

/// <summary>The files that a command reads and writes: what it writes is neither what it reads nor what it writes elsewhere.</summary>
internal static class CommandFiles
{
    /// <summary>Refuses outputs that can't be written, and those that would destroy an input or another output: before the work.</summary>
    /// <param name="files">All files of the command.</param>
    /// <exception cref="ArgumentException">An output has no name, is a folder, or is an input or another output by any name.</exception>
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
