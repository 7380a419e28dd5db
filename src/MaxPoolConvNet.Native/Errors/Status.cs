namespace MaxPoolConvNet.Native;

/// <summary>What an exported function returns, as maxpool.h numbers it.</summary>
internal enum Status
{
    /// <summary>The function succeeded.</summary>
    Ok = 0,

    /// <summary>An argument is null, negative or out of range.</summary>
    InvalidArgument = 1,

    /// <summary>The handle doesn't belong to a loaded model.</summary>
    InvalidHandle = 2,

    /// <summary>A text isn't UTF-8.</summary>
    InvalidText = 3,

    /// <summary>The caller's buffer has no room for the result.</summary>
    BufferTooSmall = 4,

    /// <summary>A file doesn't exist or can't be read.</summary>
    FileNotReadable = 5,

    /// <summary>A model is damaged, truncated, newer than this library, or no model at all.</summary>
    InvalidModel = 6,

    /// <summary>The model can't promise the error rate.</summary>
    NotPromised = 7,

    /// <summary>There isn't enough memory.</summary>
    OutOfMemory = 8,

    /// <summary>Something else failed.</summary>
    Failed = 9,
}
