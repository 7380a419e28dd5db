namespace MaxPoolConvNet.Extensions.Hosting;

/// <summary>What shows that a file was replaced, without reading it.</summary>
/// <param name="Path">The path without links.</param>
/// <param name="Length">The number of bytes; −1 if there is no such file.</param>
/// <param name="WrittenAt">The last write time.</param>
/// <param name="CreatedAt">The time of creation: a file moved here may have the old one's last write time and length.</param>
internal readonly record struct FileStamp(string Path, long Length, DateTime WrittenAt, DateTime CreatedAt)
{
    /// <param name="path">A full path.</param>
    public static FileStamp Of(string path)
    {
        string resolved = ResolvedPath.Of(path);
        var file = new FileInfo(resolved);
        try
        {
            return new FileStamp(resolved, file.Exists ? file.Length : -1, file.LastWriteTimeUtc, file.CreationTimeUtc);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new FileStamp(resolved, -1, default, default); // gone just now, or in a folder that can't be read
        }
    }
}
