namespace MaxPoolConvNet.Storage;

/// <summary>Files are little-endian, whatever the machine is: its numbers are copied as they are, or not at all.</summary>
internal static class LittleEndian
{
    /// <exception cref="PlatformNotSupportedException">The machine is big-endian.</exception>
    public static void Check()
    {
        if (!BitConverter.IsLittleEndian) throw new PlatformNotSupportedException("model files are little-endian; this processor is big-endian");
    }
}
