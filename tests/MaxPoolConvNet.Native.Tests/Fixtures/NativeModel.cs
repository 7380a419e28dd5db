using System.Runtime.InteropServices;
using System.Text;

namespace MaxPoolConvNet.Native.Tests;

/// <summary>A model in the native library, whose functions must succeed.</summary>
internal sealed unsafe class NativeModel : IDisposable
{
    public NativeModel(byte[] file)
    {
        ulong handle;
        fixed (byte* bytes = file)
            Check(NativeMethods.LoadBytes(bytes, file.Length, &handle));
        Handle = handle;
    }

    public NativeModel(string path)
    {
        ulong handle;
        fixed (byte* bytes = Encoding.UTF8.GetBytes(path + '\0'))
            Check(NativeMethods.Load(bytes, &handle));
        Handle = handle;
    }

    public delegate Status FindLabels(byte* text, long length, int* labels, double* probabilities, int capacity, int* found);

    public delegate Status WriteText(byte* buffer, long size, long* length);

    public static string LastError => Marshal.PtrToStringUTF8((nint)NativeMethods.LastError())!;

    public ulong Handle { get; }

    public int LabelCount
    {
        get
        {
            int count;
            Check(NativeMethods.LabelCount(Handle, &count));
            return count;
        }
    }

    public string[] Labels => [.. Enumerable.Range(0, LabelCount).Select(
        label => Text((buffer, size, length) => NativeMethods.Label(Handle, label, buffer, size, length)))];

    public bool IsMultiLabel
    {
        get
        {
            int multiLabel;
            Check(NativeMethods.IsMultiLabel(Handle, &multiLabel));
            return multiLabel != 0;
        }
    }

    public static void Check(Status status) => Assert.True(status == Status.Ok, $"{status}: {LastError}");

    /// <summary>Calls a function for the length of its text, and again with just enough room.</summary>
    public static string Text(WriteText write)
    {
        long length;
        Assert.Equal(Status.BufferTooSmall, write(null, 0, &length));
        byte[] buffer = new byte[length + 1];
        Array.Fill(buffer, (byte)'#');
        fixed (byte* bytes = buffer)
            Check(write(bytes, buffer.Length, &length));
        Assert.Equal((buffer.Length - 1L, (byte)0), (length, buffer[^1]));
        return Encoding.UTF8.GetString(buffer, 0, (int)length);
    }

    public NativePrediction Predict(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        NativePrediction prediction;
        fixed (byte* bytes = utf8)
            Check(NativeMethods.Predict(Handle, bytes, utf8.Length, &prediction));
        return prediction;
    }

    public NativePrediction[] PredictMany(IReadOnlyList<string> texts, int threads)
    {
        byte[][] utf8 = [.. texts.Select(Encoding.UTF8.GetBytes)];
        GCHandle[] pinned = [.. utf8.Select(text => GCHandle.Alloc(text, GCHandleType.Pinned))];
        nint[] pointers = [.. pinned.Select(one => one.AddrOfPinnedObject())];
        long[] lengths = [.. utf8.Select(text => text.LongLength)];
        NativePrediction[] predictions = new NativePrediction[utf8.Length];
        fixed (nint* bytes = pointers)
        fixed (long* sizes = lengths)
        fixed (NativePrediction* results = predictions)
            Check(NativeMethods.PredictMany(Handle, (byte**)bytes, sizes, utf8.Length, threads, results));
        Array.ForEach(pinned, one => one.Free());
        return predictions;
    }

    public double[] Score(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        double[] probabilities = new double[LabelCount];
        fixed (byte* bytes = utf8)
        fixed (double* results = probabilities)
            Check(NativeMethods.Score(Handle, bytes, utf8.Length, results, probabilities.Length));
        return probabilities;
    }

    public (int Label, double Probability)[] Top(string text, int count) => Find(text, count, (bytes, length, labels, probabilities, capacity, found) =>
        NativeMethods.Top(Handle, bytes, length, labels, probabilities, capacity, found));

    public (int Label, double Probability)[] Above(string text, double threshold) => Find(text, 5, (bytes, length, labels, probabilities, capacity, found) =>
        NativeMethods.Above(Handle, bytes, length, threshold, labels, probabilities, capacity, found));

    public (int Label, double Probability)[] Accept(string text, double maxError) => Find(text, 5, (bytes, length, labels, probabilities, capacity, found) =>
        NativeMethods.Accept(Handle, bytes, length, maxError, labels, probabilities, capacity, found));

    public string Explain(string text, int label)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        return Text((buffer, size, length) =>
        {
            fixed (byte* bytes = utf8)
                return NativeMethods.Explain(Handle, bytes, utf8.Length, label, buffer, size, length);
        });
    }

    public void Dispose() => Check(NativeMethods.Free(Handle));

    private static (int Label, double Probability)[] Find(string text, int capacity, FindLabels find)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        int[] labels = new int[capacity];
        double[] probabilities = new double[capacity];
        int found;
        fixed (byte* bytes = utf8)
        fixed (int* numbers = labels)
        fixed (double* results = probabilities)
            Check(find(bytes, utf8.Length, numbers, results, capacity, &found));
        return [.. labels.Zip(probabilities).Take(found)];
    }
}
