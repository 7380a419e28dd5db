namespace MaxPoolConvNet.Text;

/// <summary>Labeled texts and their keys.</summary>
internal sealed class KeyedTexts
{
    private readonly IReadOnlyList<LabeledText> _texts;
    private readonly string[] _keys;

    private KeyedTexts(IReadOnlyList<LabeledText> texts, string[] keys)
    {
        _texts = texts;
        _keys = keys;
    }

    /// <summary>Texts that are their own keys.</summary>
    /// <exception cref="ArgumentException">There are no texts, or one is invalid.</exception>
    public static KeyedTexts Of(IEnumerable<LabeledText> texts)
    {
        IReadOnlyList<LabeledText> list = SplitCheck.Texts(texts);
        return new KeyedTexts(list, [.. list.Select(text => text.Text)]);
    }

    /// <summary>Texts with given keys.</summary>
    /// <exception cref="ArgumentException">There are no texts, one is invalid, or a key is null or empty.</exception>
    public static KeyedTexts Of(IEnumerable<(string Key, LabeledText Text)> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        (string Key, LabeledText Text)[] all = [.. texts];
        IReadOnlyList<LabeledText> list = SplitCheck.Texts(all.Select(text => text.Text));
        for (int t = 0; t < all.Length; t++)
        {
            string? fault = all[t].Key switch { null => "null", "" => "empty", _ => null };
            if (fault is not null) throw new ArgumentException($"text {t + 1} of {all.Length} has a key that is {fault}", nameof(texts));
        }

        return new KeyedTexts(list, [.. all.Select(text => text.Key)]);
    }

    public TextSplit HoldOut(double fraction, ulong seed) => Parts(seed, hash => KeyHash.IsBelow(hash, fraction) ? 1 : 0).HoldOut(1);

    public TextSplit[] Folds(int count, ulong seed) => Parts(seed, hash => KeyHash.Section(hash, count)).HoldOutEach(count);

    private TextParts Parts(ulong seed, Func<ulong, int> part) => new(_texts, [.. _keys.Select(key => part(KeyHash.Of(key, seed)))]);
}
