using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace MaxPoolConvNet.Tool.Tests;

/// <summary>A model file with promises written into it, as training writes them.</summary>
internal static class PromisedModel
{
    /// <summary>Writes a copy of a model.</summary>
    /// <param name="model">The model's file.</param>
    /// <param name="copy">The copy's file.</param>
    /// <param name="promises">A list of promises in JSON.</param>
    /// <returns>The copy's file.</returns>
    public static string Of(string model, string copy, string promises)
    {
        const string Before = "crc32c:";
        byte[] bytes = File.ReadAllBytes(model);
        int length = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        string header = Encoding.UTF8.GetString(bytes, sizeof(long), length);
        string table = $"{{\"decisions\":500,\"promises\":{promises}}}".Replace("\"", "\\u0022", StringComparison.Ordinal);
        header = header.Replace("\"__metadata__\":{", $"\"__metadata__\":{{\"acceptance\":\"{table}\",", StringComparison.Ordinal).TrimEnd();
        int digits = header.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        header = header[..digits] + "00000000" + header[(digits + 8)..];
        header += new string(' ', (8 - (Encoding.UTF8.GetByteCount(header) % 8)) % 8);
        byte[] whole = Joined(header, bytes[(sizeof(long) + length)..]);
        uint checksum = ~whole.Aggregate(uint.MaxValue, BitOperations.Crc32C);
        header = header[..digits] + checksum.ToString("x8", null) + header[(digits + 8)..];
        File.WriteAllBytes(copy, Joined(header, bytes[(sizeof(long) + length)..]));
        return copy;
    }

    private static byte[] Joined(string header, byte[] data)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        byte[] length = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, json.Length);
        return [.. length, .. json, .. data];
    }
}
