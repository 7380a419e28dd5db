namespace MaxPoolConvNet.Storage;

/// <summary>Checks that the processor is little-endian, as model files are: numbers are copied without conversion.</summary>
internal static class LittleEndian
{
    /// <exception cref="PlatformNotSupportedException">The processor is big-endian.</exception>
    public static void Check()
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("this processor is big-endian; a little-endian one was expected, as model files are");
    }
}
