using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>Converts blocks of texts to word ids, in the memory of one thread.</summary>
/// <param name="encoder">Converts a text.</param>
internal sealed class BlockEncoder(TextEncoder encoder)
{
    private readonly EncodedText _encoded = new();
    private readonly List<int> _block = [];

    /// <summary>Converts some of the texts.</summary>
    /// <param name="texts">All texts.</param>
    /// <param name="some">Which of them.</param>
    /// <param name="ends">Receives, for each of them, the number of word ids up to its end.</param>
    /// <param name="withoutWords">Receives the number of those without a known word.</param>
    /// <returns>The word ids, one text after the other.</returns>
    public int[] Encode(IReadOnlyList<LabeledText> texts, Range some, int[] ends, out int withoutWords)
    {
        withoutWords = 0;
        _block.Clear();
        (int first, int length) = some.GetOffsetAndLength(texts.Count);
        for (int t = first; t < first + length; t++)
        {
            encoder.Encode(texts[t].Text, _encoded);
            _block.AddRange(_encoded.WordIds);
            if (_encoded.KnownWords == 0) withoutWords++;
            ends[t] = _block.Count;
        }

        return [.. _block];
    }
}
