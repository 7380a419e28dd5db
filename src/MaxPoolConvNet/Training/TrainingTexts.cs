using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>Which texts a classifier was trained on: a hash of the words of each. Immutable and thread-safe.</summary>
/// <remarks>The hash is the first 8 bytes of the SHA-256 of the words in UTF-16, each followed by a line feed.</remarks>
internal sealed class TrainingTexts
{
    private readonly ulong[] _hashes;

    private TrainingTexts(ulong[] hashes) => _hashes = hashes;

    /// <summary>The hashes in ascending order, each once.</summary>
    public ReadOnlySpan<ulong> Hashes => _hashes;

    /// <param name="texts">The texts.</param>
    /// <param name="tokenizer">The classifier's tokenizer.</param>
    /// <param name="earlier">The texts of the classifier whose training was continued; null for none.</param>
    public static TrainingTexts Of(IEnumerable<LabeledText> texts, ITokenizer tokenizer, TrainingTexts? earlier)
    {
        var tokens = new TokenBuffer();
        IEnumerable<ulong> hashes = texts.Select(text => HashOf(tokenizer, text.Text, tokens)).Concat(earlier?._hashes ?? []);
        return new TrainingTexts([.. hashes.Distinct().Order()]);
    }

    /// <summary>Takes hashes as a file has them.</summary>
    /// <exception cref="InvalidDataException">They aren't in ascending order.</exception>
    public static TrainingTexts Of(ulong[] hashes)
    {
        for (int at = 1; at < hashes.Length; at++)
        {
            if (hashes[at - 1] >= hashes[at])
            {
                throw new InvalidDataException(FormattableString.Invariant(
                    $"the hash of training text {at} isn't above the one before it"));
            }
        }

        return new TrainingTexts(hashes);
    }

    public bool Contains(ITokenizer tokenizer, ReadOnlySpan<char> text) =>
        Array.BinarySearch(_hashes, HashOf(tokenizer, text, new TokenBuffer())) >= 0;

    private static ulong HashOf(ITokenizer tokenizer, ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        tokens.Clear();
        tokenizer.Tokenize(text, tokens);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (int word = 0; word < tokens.Count; word++)
        {
            hash.AppendData(MemoryMarshal.AsBytes(tokens.Word(word)));
            hash.AppendData("\n\0"u8);
        }

        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }
}
