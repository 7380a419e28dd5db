using Microsoft.Extensions.Logging;

namespace MaxPoolConvNet.Extensions.Hosting;

/// <summary>The log messages of loading.</summary>
internal static partial class Log
{
    /// <summary>The category.</summary>
    public const string Category = "MaxPoolConvNet.Extensions.Hosting";

    [LoggerMessage(1, LogLevel.Information, "{Classifier}: loaded {Checksum} from {Path}")]
    public static partial void Loaded(ILogger logger, string classifier, string checksum, string path);

    [LoggerMessage(2, LogLevel.Information, "{Classifier}: replaced {OldChecksum} by {Checksum} from {Path}")]
    public static partial void Replaced(ILogger logger, string classifier, string oldChecksum, string checksum, string path);

    [LoggerMessage(3, LogLevel.Information, "{Classifier}: the new file {Path} has the model in use, {Checksum}")]
    public static partial void Unchanged(ILogger logger, string classifier, string checksum, string path);

    [LoggerMessage(4, LogLevel.Error, "{Classifier}: the new file can't be used: {Message}. {Checksum} goes on serving")]
    public static partial void Failed(ILogger logger, Exception problem, string classifier, string message, string checksum);
}
