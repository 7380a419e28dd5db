using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MaxPoolConvNet.Text;

/// <summary>A whole number below 2⁶⁴ for each key: the same in every process, on every machine and in every later version.</summary>
internal static class KeyHash
{
    private const double Numbers = 18_446_744_073_709_551_616.0; // 2⁶⁴

    /// <summary>The first 8 bytes, the most significant one first, of the SHA-256 of <c>seed:key</c> in UTF-8.</summary>
    public static ulong Of(string key, ulong seed)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}:{key}")), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    /// <summary>Whether a number is below the fraction of 2⁶⁴.</summary>
    /// <param name="hash">The number.</param>
    /// <param name="fraction">Above 0 and below 1, so that its product is exact and can be converted.</param>
    public static bool IsBelow(ulong hash, double fraction) => hash < (ulong)Math.Ceiling(fraction * Numbers);

    /// <summary>Which of <paramref name="count"/> equal sections of the numbers a number is in, from 0.</summary>
    public static int Section(ulong hash, int count) => (int)Math.BigMul(hash, (ulong)count, out _);
}
