using System.Globalization;
using System.Text;

namespace MaxPoolConvNet.Fuzz;

/// <summary>Makes inputs from others by a few changes each: of bits, bytes, numbers, pieces, and tokens that a reader knows.</summary>
/// <param name="corpus">The inputs to begin with.</param>
/// <param name="tokens">Pieces that a reader treats in a special way.</param>
internal sealed class ByteMutator(IReadOnlyList<byte[]> corpus, IEnumerable<string> tokens)
{
    private const int MostBytes = 1 << 16;
    private const int MostChanges = 8;
    private const int MostCopies = 200;

    private static readonly string[] _numbers =
    [
        "0", "-1", "1", "2", "127", "128", "255", "256", "65535", "65536", "2147483647", "2147483648", "-2147483648", "4294967295",
        "4294967296", "9223372036854775807", "-9223372036854775808", "18446744073709551616", "1e999", "-0.0", "NaN", "1.5",
    ];

    private static readonly byte[] _bytes = [0, 1, 9, 10, 13, 32, 34, 39, 44, 59, 92, 123, 124, 125, 127, 128, 192, 226, 237, 239, 244, 254, 255];

    private readonly byte[][] _tokens = [.. tokens.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Makes an input.</summary>
    public byte[] Make(Random random) => Change(corpus[random.Next(corpus.Count)], random);

    /// <summary>Changes an input.</summary>
    public byte[] Change(byte[] input, Random random)
    {
        List<byte> bytes = [.. input];
        for (int changes = 1 + random.Next(random.Next(1, MostChanges + 1)); changes > 0; changes--)
            ChangeOnce(bytes, random);
        if (bytes.Count > MostBytes) bytes.RemoveRange(MostBytes, bytes.Count - MostBytes);
        return [.. bytes];
    }

    /// <summary>Changes bytes without changing their number.</summary>
    public static void Overwrite(Span<byte> bytes, Random random)
    {
        if (bytes.IsEmpty) return;
        int at = random.Next(bytes.Length);
        if (random.Next(3) == 0)
        {
            // a number of four bytes: an end, a length, a weight
            int number = random.Next(6) switch { 0 => -1, 1 => int.MaxValue, 2 => int.MinValue, 3 => 0x7FC00000, 4 => random.Next(-9, 99), _ => random.Next() };
            BitConverter.TryWriteBytes(bytes[(at & ~3)..], number);
        }
        else
        {
            bytes[at] = random.Next(2) == 0 ? (byte)(bytes[at] ^ (1 << random.Next(8))) : (byte)random.Next(256);
        }
    }

    private void ChangeOnce(List<byte> bytes, Random random)
    {
        int at = random.Next(bytes.Count + 1);
        int length = Math.Min(random.Next(1, 1 << random.Next(1, 9)), bytes.Count - at);
        switch (random.Next(11))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = _bytes[random.Next(_bytes.Length)];
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 4:
                byte[] other = corpus[random.Next(corpus.Count)];
                int from = random.Next(other.Length + 1);
                bytes.InsertRange(at, other[from..Math.Min(other.Length, from + random.Next(200))]);
                break;
            case 5:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 6:
                ReplaceNumber(bytes, at, random);
                break;
            case 7:
                byte[] copied = _tokens.Length > 0 ? _tokens[random.Next(_tokens.Length)] : [_bytes[random.Next(_bytes.Length)]];
                for (int copies = random.Next(1, random.Next(20) == 0 ? MostCopies : 3); copies > 0; copies--)
                    bytes.InsertRange(at, copied);
                break;
            case 8 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            default:
                bytes.InsertRange(at, _tokens.Length > 0 ? _tokens[random.Next(_tokens.Length)] : [_bytes[random.Next(_bytes.Length)]]);
                break;
        }
    }

    private static void ReplaceNumber(List<byte> bytes, int at, Random random)
    {
        int start = bytes.FindIndex(at, one => char.IsAsciiDigit((char)one));
        if (start < 0) return;
        int end = start;
        while (end < bytes.Count && char.IsAsciiDigit((char)bytes[end]))
            end++;
        string digits = Encoding.ASCII.GetString([.. bytes[start..end]]);
        string by = random.Next(3) > 0 || !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? _numbers[random.Next(_numbers.Length)]
            : (number + random.Next(-2, 3)).ToString(CultureInfo.InvariantCulture);
        bytes.RemoveRange(start, end - start);
        bytes.InsertRange(start, Encoding.ASCII.GetBytes(by));
    }
}
