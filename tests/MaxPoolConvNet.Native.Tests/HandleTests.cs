namespace MaxPoolConvNet.Native.Tests;

/// <summary>A handle that belongs to no model is an error of every function.</summary>
public sealed unsafe class HandleTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(42)]
    [InlineData(ulong.MaxValue)]
    [InlineData(0x7F00_1234_5678)]
    public void AForeignHandle_IsAnError(ulong handle) => AssertUnknown(handle);

    [Fact]
    public void AFreedHandle_IsAnError()
    {
        ulong freed = Freed();

        AssertUnknown(freed);
        Assert.Equal(Status.InvalidHandle, NativeMethods.Free(freed));
    }

    [Fact]
    public void AFreedHandle_IsNoOtherModelsLater()
    {
        ulong freed = Freed();
        using var other = new NativeModel(Classifiers.File("two labels"));

        Assert.NotEqual(freed, other.Handle);
        AssertUnknown(freed);
        Assert.Equal(2, other.LabelCount);
    }

    [Fact]
    public void Freeing0_DoesNothing() => NativeModel.Check(NativeMethods.Free(0));

    [Fact]
    public void TheMessage_NamesTheHandle()
    {
        ulong freed = Freed();
        int count;

        Assert.Equal(Status.InvalidHandle, NativeMethods.LabelCount(freed, &count));
        Assert.Equal($"the handle {freed} doesn't belong to a loaded model: it was freed, or maxpool_load never returned it", NativeModel.LastError);
    }

    private static ulong Freed()
    {
        using var model = new NativeModel(Classifiers.File("two labels"));
        return model.Handle;
    }

    private static void AssertUnknown(ulong handle)
    {
        byte text = (byte)'a';
        byte* first = &text;
        int number;
        long length = 1;
        double probability;
        NativePrediction prediction;
        Status[] all =
        [
            NativeMethods.LabelCount(handle, &number),
            NativeMethods.Label(handle, 0, null, 0, &length),
            NativeMethods.IsMultiLabel(handle, &number),
            NativeMethods.Predict(handle, &text, 1, &prediction),
            NativeMethods.PredictMany(handle, &first, &length, 1, 1, &prediction),
            NativeMethods.Score(handle, &text, 1, &probability, 1),
            NativeMethods.Top(handle, &text, 1, &number, &probability, 1, &number),
            NativeMethods.Above(handle, &text, 1, 0.5, &number, &probability, 1, &number),
            NativeMethods.Accept(handle, &text, 1, 0.05, &number, &probability, 1, &number),
            NativeMethods.Explain(handle, &text, 1, -1, null, 0, &length),
        ];
        Assert.All(all, status => Assert.Equal(Status.InvalidHandle, status));
        if (handle != 0) Assert.Equal(Status.InvalidHandle, NativeMethods.Free(handle));
    }
}
