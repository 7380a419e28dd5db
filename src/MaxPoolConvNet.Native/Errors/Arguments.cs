namespace MaxPoolConvNet.Native;

/// <summary>Checks of arguments; their messages name the parameters as maxpool.h does.</summary>
internal static unsafe class Arguments
{
    /// <exception cref="StatusException">The pointer is null.</exception>
    public static void NotNull(void* pointer, string name)
    {
        if (pointer is null) throw Invalid($"{name} is a null pointer");
    }

    /// <exception cref="StatusException">The number is negative.</exception>
    public static void NotNegative(long number, string name)
    {
        if (number < 0) throw Invalid($"{name} is {number}; 0 or more was expected");
    }

    /// <summary>The bytes behind a pointer.</summary>
    /// <exception cref="StatusException">The pointer is null, or the length is out of range.</exception>
    public static ReadOnlySpan<byte> Bytes(byte* bytes, long length, string name)
    {
        if (length is < 0 or > int.MaxValue) throw Invalid($"the length of {name} is {length}; 0 to {int.MaxValue} bytes was expected");
        if (length > 0) NotNull(bytes, name);
        return new ReadOnlySpan<byte>(bytes, (int)length);
    }

    /// <summary>The error of an argument.</summary>
    public static StatusException Invalid(string message) => new(Status.InvalidArgument, message);
}
