using System.Runtime.InteropServices;
using System.Text;

namespace MaxPoolConvNet.Native;

/// <summary>A text in memory that a C program may read: UTF-8 with a zero byte at its end. Freed with the object.</summary>
internal sealed unsafe class NativeText : IDisposable
{
    public NativeText(string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        Pointer = (byte*)NativeMemory.Alloc((nuint)length + 1);
        Encoding.UTF8.GetBytes(text, new Span<byte>(Pointer, length));
        Pointer[length] = 0;
    }

    /// <summary>A thread that ends leaves its message to the garbage collector.</summary>
    ~NativeText() => Free();

    /// <summary>The first byte.</summary>
    public byte* Pointer { get; private set; }

    /// <summary>Frees the text.</summary>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        NativeMemory.Free(Pointer);
        Pointer = null;
    }
}
