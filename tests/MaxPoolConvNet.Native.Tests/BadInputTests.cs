using System.Text;
using MaxPoolConvNet.Tests;

namespace MaxPoolConvNet.Native.Tests;

/// <summary>Bad input gives a status and a message, never a crash.</summary>
public sealed unsafe class BadInputTests : IDisposable
{
    private readonly NativeModel _model = new(Classifiers.File("two labels"));

    public void Dispose() => _model.Dispose();

    [Fact]
    public void NullPointers_AreNamed()
    {
        ulong model = 7;
        byte path = 0;
        NativePrediction prediction;
        double probability;
        int number;
        AssertError(Status.InvalidArgument, "model is a null pointer", NativeMethods.Load(&path, null));
        AssertError(Status.InvalidArgument, "path is a null pointer", NativeMethods.Load(null, &model));
        Assert.Equal(0ul, model);
        AssertError(Status.InvalidArgument, "model is a null pointer", NativeMethods.LoadBytes(&path, 1, null));
        AssertError(Status.InvalidArgument, "bytes is a null pointer", NativeMethods.LoadBytes(null, 1, &model));
        AssertError(Status.InvalidArgument, "count is a null pointer", NativeMethods.LabelCount(_model.Handle, null));
        AssertError(Status.InvalidArgument, "multi_label is a null pointer", NativeMethods.IsMultiLabel(_model.Handle, null));
        AssertError(Status.InvalidArgument, "length is a null pointer", NativeMethods.Label(_model.Handle, 0, &path, 1, null));
        AssertError(Status.InvalidArgument, "text is a null pointer", NativeMethods.Predict(_model.Handle, null, 1, &prediction));
        AssertError(Status.InvalidArgument, "prediction is a null pointer", NativeMethods.Predict(_model.Handle, &path, 1, null));
        AssertError(Status.InvalidArgument, "text is a null pointer", NativeMethods.Explain(_model.Handle, null, 1, -1, null, 0, null));
        AssertError(Status.InvalidArgument, "length is a null pointer", NativeMethods.Explain(_model.Handle, null, 0, -1, null, 0, null));
        AssertError(Status.InvalidArgument, "probabilities is a null pointer", NativeMethods.Score(_model.Handle, &path, 1, null, 2));
        AssertError(Status.InvalidArgument, "found is a null pointer", NativeMethods.Top(_model.Handle, &path, 1, &number, &probability, 1, null));
        AssertError(Status.InvalidArgument, "labels is a null pointer", NativeMethods.Top(_model.Handle, &path, 1, null, &probability, 1, &number));
        AssertError(Status.InvalidArgument, "probabilities is a null pointer", NativeMethods.Above(_model.Handle, &path, 1, 0, &number, null, 1, &number));
    }

    [Fact]
    public void NullPointersAmongMany_AreNamed()
    {
        byte text = (byte)'a';
        byte** texts = stackalloc byte*[] { &text, null };
        long* lengths = stackalloc long[] { 1, 1 };
        NativePrediction* predictions = stackalloc NativePrediction[2];

        AssertError(Status.InvalidArgument, "texts is a null pointer", NativeMethods.PredictMany(_model.Handle, null, lengths, 2, 1, predictions));
        AssertError(Status.InvalidArgument, "lengths is a null pointer", NativeMethods.PredictMany(_model.Handle, texts, null, 2, 1, predictions));
        AssertError(Status.InvalidArgument, "predictions is a null pointer", NativeMethods.PredictMany(_model.Handle, texts, lengths, 2, 1, null));
        AssertError(Status.InvalidArgument, "texts[1] is a null pointer", NativeMethods.PredictMany(_model.Handle, texts, lengths, 2, 1, predictions));
        lengths[1] = -1;
        AssertError(
            Status.InvalidArgument, "the length of texts[1] is -1; 0 to 2147483647 bytes was expected", NativeMethods.PredictMany(_model.Handle, texts, lengths, 2, 1, predictions));
        AssertError(Status.InvalidArgument, "count is -1; 0 or more was expected", NativeMethods.PredictMany(_model.Handle, texts, lengths, -1, 1, predictions));
        AssertError(Status.InvalidArgument, "threads is -1; 0 or more was expected", NativeMethods.PredictMany(_model.Handle, texts, lengths, 1, -1, predictions));
        NativeModel.Check(NativeMethods.PredictMany(_model.Handle, null, null, 0, 0, null));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void LengthsOutOfRange_AreNamed(long length)
    {
        byte text = (byte)'a';
        NativePrediction prediction;

        AssertError(
            Status.InvalidArgument, $"the length of text is {length}; 0 to 2147483647 bytes was expected", NativeMethods.Predict(_model.Handle, &text, length, &prediction));
    }

    [Fact]
    public void NegativeSizes_AreNamed()
    {
        byte text = (byte)'a';
        long length;
        ulong model;
        int found;
        AssertError(Status.InvalidArgument, "length is -1; 0 or more was expected", NativeMethods.LoadBytes(&text, -1, &model));
        AssertError(Status.InvalidArgument, "size is -1; 0 or more was expected", NativeMethods.Label(_model.Handle, 0, &text, -1, &length));
        AssertError(Status.InvalidArgument, "capacity is -1; 0 or more was expected", NativeMethods.Score(_model.Handle, &text, 1, null, -1));
        AssertError(Status.InvalidArgument, "capacity is -1; 0 or more was expected", NativeMethods.Above(_model.Handle, &text, 1, 0, null, null, -1, &found));
        AssertError(Status.InvalidArgument, "capacity is 0; 1 or more was expected", NativeMethods.Top(_model.Handle, &text, 1, null, null, 0, &found));
        AssertError(Status.InvalidArgument, "buffer is a null pointer", NativeMethods.Label(_model.Handle, 0, null, 1, &length));
    }

    [Fact]
    public void TooSmallBuffers_AreNamedAndUntouched()
    {
        byte* text = stackalloc byte[] { (byte)'a', (byte)'#' };
        double probability = 7;
        long length;
        int number = 7, found;
        AssertError(Status.BufferTooSmall, "there is room for 1 probabilities; the model has 2 labels", NativeMethods.Score(_model.Handle, text, 1, &probability, 1));
        AssertError(Status.BufferTooSmall, "there is room for 1 labels; 2 were found", NativeMethods.Above(_model.Handle, text, 1, 0, &number, &probability, 1, &found));
        Assert.Equal((2, 7, 7.0), (found, number, probability));
        AssertError(
            Status.BufferTooSmall, "the buffer has 2 bytes; the text needs 9, with the zero byte at its end", NativeMethods.Label(_model.Handle, 0, text, 2, &length));
        Assert.Equal((8, (byte)'a', (byte)'#'), (length, text[0], text[1]));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF }, "byte 0 (0xFF) of 1")]
    [InlineData(new byte[] { (byte)'a', 0xC3, 0xA4, 0xC3 }, "byte 3 (0xC3) of 4")]
    [InlineData(new byte[] { (byte)'a', 0xED, 0xA0, 0x80, (byte)'b' }, "byte 1 (0xED) of 5")]
    [InlineData(new byte[] { 0xC0, 0x80 }, "byte 0 (0xC0) of 2")]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 }, "byte 0 (0xF4) of 4")]
    public void WhatIsNotUtf8_IsNamedWithItsPosition(byte[] text, string where)
    {
        string expected = $"text isn't UTF-8: {where} begins no character; bytes are counted from 0";
        NativePrediction prediction;
        double* probabilities = stackalloc double[2];
        int* labels = stackalloc int[2];
        int found;
        long length;
        fixed (byte* bytes = text)
        {
            AssertError(Status.InvalidText, expected, NativeMethods.Predict(_model.Handle, bytes, text.Length, &prediction));
            AssertError(Status.InvalidText, expected, NativeMethods.Score(_model.Handle, bytes, text.Length, probabilities, 2));
            AssertError(Status.InvalidText, expected, NativeMethods.Top(_model.Handle, bytes, text.Length, labels, probabilities, 2, &found));
            AssertError(Status.InvalidText, expected, NativeMethods.Explain(_model.Handle, bytes, text.Length, -1, null, 0, &length));
            byte** texts = stackalloc byte*[] { null, bytes };
            long* lengths = stackalloc long[] { 0, text.Length };
            NativePrediction* predictions = stackalloc NativePrediction[2];
            AssertError(Status.InvalidText, $"texts[1]{expected["text".Length..]}", NativeMethods.PredictMany(_model.Handle, texts, lengths, 2, 2, predictions));
        }
    }

    [Fact]
    public void InvalidUtf8InALongText_IsNamedWithItsPosition()
    {
        byte[] text = Encoding.UTF8.GetBytes(new string('ä', 5_000) + "!");
        text[^1] = 0x80;
        NativePrediction prediction;

        fixed (byte* bytes = text)
            AssertError(Status.InvalidText, "text isn't UTF-8: byte 10000 (0x80) of 10001 begins no character; bytes are counted from 0", NativeMethods.Predict(_model.Handle, bytes, text.Length, &prediction));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void OtherLabels_AreNamed(int label)
    {
        long length;

        AssertError(Status.InvalidArgument, $"label is {label}; the model has 2 labels, numbered from 0", NativeMethods.Label(_model.Handle, label, null, 0, &length));
        AssertError(Status.InvalidArgument, "label is 2; the model has 2 labels, numbered from 0", NativeMethods.Explain(_model.Handle, null, 0, 2, null, 0, &length));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void OtherThresholds_AreNamed(double threshold)
    {
        int found;

        AssertError(
            Status.InvalidArgument,
            FormattableString.Invariant($"threshold is {threshold}; a number from 0 to 1 was expected"),
            NativeMethods.Above(_model.Handle, null, 0, threshold, null, null, 0, &found));
    }

    [Fact]
    public void RatesWithoutAPromise_AreNamed()
    {
        using var promises = new NativeModel(Classifiers.File("promises"));
        int found;
        AssertError(
            Status.NotPromised,
            "the model has no promised error rates; train it with them (maxpool train --acceptance, or TrainingOptions.Acceptance)",
            NativeMethods.Accept(_model.Handle, null, 0, 0.05, null, null, 0, &found));
        AssertError(
            Status.NotPromised,
            "the model can't promise the error rate 0.01; the smallest that it can is 0.05",
            NativeMethods.Accept(promises.Handle, null, 0, 0.01, null, null, 0, &found));
        AssertError(
            Status.InvalidArgument,
            "the maximum error rate is 0.04; one of 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.15, 0.2 was expected",
            NativeMethods.Accept(promises.Handle, null, 0, 0.04, null, null, 0, &found));
    }

    [Theory]
    [InlineData("missing/model.safetensors", (int)Status.FileNotReadable)]
    [InlineData(".", (int)Status.FileNotReadable)]
    [InlineData("", (int)Status.InvalidArgument)]
    public void PathsWithoutAFile_AreErrors(string path, int status)
    {
        ulong model = 7;

        fixed (byte* bytes = Encoding.UTF8.GetBytes(path + '\0'))
            Assert.Equal((Status)status, NativeMethods.Load(bytes, &model));

        Assert.Contains(path, NativeModel.LastError, StringComparison.Ordinal);
        Assert.NotEmpty(NativeModel.LastError);
        Assert.Equal(0ul, model);
    }

    [Fact]
    public void DamagedFiles_AreErrors()
    {
        byte[] whole = Classifiers.File("two labels");
        byte[] flipped = [.. whole];
        flipped[whole.Length / 2] ^= 1;
        AssertInvalid([]);
        AssertInvalid([1, 2, 3]);
        AssertInvalid(Encoding.UTF8.GetBytes("label,text\nspam,Win a prize\n"));
        AssertInvalid(whole[..(whole.Length / 2)]);
        AssertInvalid(whole[..^1]);
        AssertInvalid([.. whole, 0]);
        AssertInvalid(flipped);
        AssertInvalid(new byte[1 << 20]);
    }

    [Fact]
    public void ANewerFile_IsNamed()
    {
        byte[] file = [.. Classifiers.File("two labels")];
        int at = file.AsSpan().IndexOf("\"formatVersion\":\""u8) + "\"formatVersion\":\"".Length;
        Assert.Equal((byte)'"', file[at + 1]);
        file[at] = (byte)'9';

        AssertInvalid(file);

        Assert.Contains("version 9", NativeModel.LastError, StringComparison.Ordinal);
    }

    /// <summary>The file is refused in memory and on disk.</summary>
    private static void AssertInvalid(byte[] file)
    {
        using TemporaryFile onDisk = new("model.safetensors", file);
        ulong model = 7;

        fixed (byte* bytes = file)
            Assert.Equal(Status.InvalidModel, NativeMethods.LoadBytes(bytes, file.Length, &model));
        Assert.Equal(0ul, model);
        Assert.NotEmpty(NativeModel.LastError);
        model = 7;
        fixed (byte* path = Encoding.UTF8.GetBytes(onDisk.Path + '\0'))
            Assert.Equal(Status.InvalidModel, NativeMethods.Load(path, &model));
        Assert.Equal(0ul, model);
        Assert.Contains(onDisk.Path, NativeModel.LastError, StringComparison.Ordinal);
    }

    private static void AssertError(Status expected, string message, Status actual)
    {
        Assert.Equal(expected, actual);
        Assert.Equal(message, NativeModel.LastError);
    }
}
