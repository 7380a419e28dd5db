using System.Security.Cryptography;
using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Accuracy;

/// <summary>Tells texts and their division from others, and so does the tokenizer that several systems share.</summary>
internal static class TextFingerprint
{
    public static string Of(TextSplit split)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (IReadOnlyList<LabeledText> part in new[] { split.Training, split.HeldOut })
        {
            foreach ((LabeledText text, string words) in part.Zip(TokenizedTexts.Of(part.Select(text => text.Text))))
                hash.AppendData(Encoding.UTF8.GetBytes($"{text.Label}\0{text.Text}\0{words}\0"));
            hash.AppendData([0, 0]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
