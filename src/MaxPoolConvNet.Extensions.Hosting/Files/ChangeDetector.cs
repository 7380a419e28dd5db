namespace MaxPoolConvNet.Extensions.Hosting;

/// <summary>Finds the checks at which a file is to be loaded: it differs from the one tried last, and no longer changes.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class ChangeDetector
{
    private FileStamp? _tried;
    private FileStamp? _seen;

    /// <summary>Sets the file that was loaded or found broken, so that it isn't loaded again.</summary>
    public void Tried(FileStamp stamp) => (_tried, _seen) = (stamp, null);

    /// <summary>Forgets the file tried last, which may be readable at the next check without having changed.</summary>
    public void TryAgain() => _tried = null;

    /// <summary>Returns whether a file is to be loaded.</summary>
    /// <param name="stamp">The file at this check.</param>
    public bool IsDue(FileStamp stamp)
    {
        bool isStable = stamp == _seen;
        _seen = stamp;
        return isStable && stamp != _tried;
    }
}
