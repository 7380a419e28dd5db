namespace MaxPoolConvNet.Extensions.Hosting;

/// <summary>What a service's classifier is doing at one moment. Immutable.</summary>
public sealed class TextClassifierStatus
{
    internal TextClassifierStatus(string path, TextClassifierSnapshot? current, TextClassifierFailure? lastFailure)
    {
        Path = path;
        Current = current;
        LastFailure = lastFailure;
    }

    /// <summary>The full path of the model file.</summary>
    public string Path { get; }

    /// <summary>The classifier in use; <see langword="null"/> if none is loaded.</summary>
    public TextClassifierSnapshot? Current { get; }

    /// <summary>Why the last load failed; <see langword="null"/> if it succeeded or there was none.</summary>
    /// <remarks>If there is a <see cref="Current"/> classifier too, it is the older one, which goes on serving.</remarks>
    public TextClassifierFailure? LastFailure { get; }
}
