using System.IO.Compression;
using System.Text;
using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.Tests.Storage;

/// <summary>A reader of safetensors files written from the format's description alone: length, JSON, numbers.</summary>
internal sealed class SafetensorsByTheBook
{
    private readonly byte[] _data;
    private readonly JsonElement _header;

    public SafetensorsByTheBook(byte[] file)
    {
        int length = checked((int)BitConverter.ToUInt64(file));
        _header = JsonDocument.Parse(file.AsMemory(8, length)).RootElement;
        _data = file[(8 + length)..];
        Assert.Equal((byte)'{', file[8]);
    }

    public JsonElement Metadata => _header.GetProperty("__metadata__");

    public IEnumerable<string> Names => _header.EnumerateObject().Select(one => one.Name).Where(name => name != "__metadata__");

    public Matrix<double> Matrix(string name)
    {
        byte[] numbers = Bytes(name, out long[] shape, out string type);
        Func<int, double> number = type switch
        {
            "F32" => at => BitConverter.ToSingle(numbers, 4 * at),
            "BF16" => at => BitConverter.ToSingle([0, 0, numbers[2 * at], numbers[(2 * at) + 1]]),
            _ => throw new InvalidDataException(type),
        };
        return Matrix<double>.Build.Dense((int)shape[0], (int)shape[1], (row, column) => number((row * (int)shape[1]) + column));
    }

    /// <summary>A matrix of which only the entries that aren't 0 are stored, as whole numbers of a scale per column.</summary>
    public double[,] Sparse(string name, int rows, float[] scales)
    {
        byte[] gaps = Unpacked(name + ".gaps");
        byte[] values = Unpacked(name + ".values");
        double[,] matrix = new double[rows, scales.Length];
        int next = 0;
        int at = 0;
        foreach (byte gap in gaps)
        {
            at += gap;
            if (gap == 63) continue;
            matrix[at / scales.Length, at % scales.Length] = scales[at % scales.Length] * (sbyte)values[next++];
            at++;
        }

        Assert.InRange((rows * scales.Length) - at, 0, 62);
        Assert.Equal(values.Length, next);
        return matrix;
    }

    private byte[] Unpacked(string name)
    {
        var unpacked = new MemoryStream();
        using var zlib = new ZLibStream(new MemoryStream(Bytes(name, out _, out _)), CompressionMode.Decompress);
        zlib.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    public string[] Strings(string name)
    {
        int start = 0;
        if (Names.Contains(name + ".packed"))
        {
            byte[] unpacked = Unpacked(name + ".packed");
            return [.. Unpacked(name + ".lengths").Chunk(4).Select(length => Encoding.Unicode.GetString(unpacked[start..(start += BitConverter.ToInt32(length))]))];
        }

        byte[] all = Bytes(name, out _, out _);
        return [.. Bytes(name + ".ends", out _, out _).Chunk(4).Select(end => Encoding.Unicode.GetString(all[start..(start = BitConverter.ToInt32(end))]))];
    }

    private byte[] Bytes(string name, out long[] shape, out string type)
    {
        JsonElement tensor = _header.GetProperty(name);
        shape = [.. tensor.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
        type = tensor.GetProperty("dtype").GetString()!;
        int begin = tensor.GetProperty("data_offsets")[0].GetInt32();
        int size = type switch { "F32" or "I32" => 4, "BF16" => 2, "U8" => 1, _ => throw new InvalidDataException(type) };
        Assert.Equal(0, begin % size);
        Assert.Equal(shape.Aggregate((product, next) => product * next) * size, tensor.GetProperty("data_offsets")[1].GetInt32() - begin);
        return _data[begin..tensor.GetProperty("data_offsets")[1].GetInt32()];
    }
}
