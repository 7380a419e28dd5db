namespace MaxPoolConvNet.Storage;

/// <summary>Why a file can't be written, in the words of somebody who named that file and not the new one beside it.</summary>
internal static class UnwrittenFile
{
    /// <summary>ENOSPC, and on Windows ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL.</summary>
    private static readonly int[] _diskIsFull = [28, unchecked((int)0x80070027), unchecked((int)0x80070070)];

    /// <summary>Returns an exception of the same type that names the file.</summary>
    /// <param name="problem">The exception.</param>
    /// <param name="path">The file, as it was named.</param>
    /// <param name="beside">The new file beside it.</param>
    public static Exception Named(Exception problem, string path, string beside)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(beside)) ?? "/";
        return problem switch
        {
            UnauthorizedAccessException => new UnauthorizedAccessException(
                $"{path} can't be written: there is no permission to write to the folder {folder}; choose another one", problem),
            DirectoryNotFoundException => new DirectoryNotFoundException(
                $"{path} can't be written: there is no folder {folder}; create it first", problem),
            _ when _diskIsFull.Contains(problem.HResult) => new IOException(
                $"{path} can't be written: the disk of {folder} is full; make room, or choose another folder", problem)
            {
                HResult = problem.HResult,
            },
            _ => new IOException(
                $"{path} can't be written: {problem.Message.Replace(beside, path, StringComparison.Ordinal)}", problem)
            {
                HResult = problem.HResult,
            },
        };
    }
}
