namespace MaxPoolConvNet.Native;

/// <summary>The message of the last error on each thread.</summary>
internal static unsafe class LastError
{
    private static readonly NativeText _none = new("");

    [ThreadStatic]
    private static NativeText? _message;

    /// <summary>The message as UTF-8 with a zero byte at its end, valid until the next one.</summary>
    public static byte* Pointer => (_message ?? _none).Pointer;

    /// <summary>Replaces the message of the calling thread.</summary>
    public static void Set(string message)
    {
        var text = new NativeText(message);
        Clear();
        _message = text;
    }

    /// <summary>Leaves the calling thread without a message.</summary>
    public static void Clear()
    {
        _message?.Dispose();
        _message = null;
    }
}
