using System.Collections.Immutable;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Finds texts that differ from the rest, each with the first kind that applies.</summary>
internal static class UnusualTexts
{
    private const double LeastShareOfScript = 0.05;
    private const int TimesTheMedian = 20;

    public static ImmutableArray<UnusualText> Find(AuditedTexts texts, CancellationToken cancellationToken)
    {
        var kinds = new SortedDictionary<int, UnusualKind>();
        foreach (int text in WithoutKnownWord(texts))
            kinds.TryAdd(text, UnusualKind.NoKnownWord);
        foreach (int text in OfOtherScript(texts))
            kinds.TryAdd(text, UnusualKind.OtherScript);
        foreach (int text in ForeignTexts.Find(texts, cancellationToken))
            kinds.TryAdd(text, UnusualKind.OtherLanguage);
        int[] lengths = [.. texts.Words.Select(own => own.Length)];
        int median = lengths.Order().ElementAt(lengths.Length / 2);
        for (int text = 0; text < lengths.Length; text++)
        {
            if (lengths[text] > (long)TimesTheMedian * median) kinds.TryAdd(text, UnusualKind.TooLong);
            if ((long)TimesTheMedian * lengths[text] < median) kinds.TryAdd(text, UnusualKind.TooShort);
        }

        return [.. kinds.Select(one => new UnusualText(one.Key, one.Value))];
    }

    private static IEnumerable<int> WithoutKnownWord(AuditedTexts texts)
    {
        bool[] isWord = [.. texts.Vocabulary.Select(word => word.Any(char.IsLetterOrDigit))];
        int[] counts = new int[isWord.Length];
        foreach (int word in texts.Words.SelectMany(own => own.Distinct()))
            counts[word]++;
        return Enumerable.Range(0, texts.Count).Where(text => !texts.Words[text].Any(word => isWord[word] && counts[word] > 1));
    }

    private static IEnumerable<int> OfOtherScript(AuditedTexts texts)
    {
        int[] scripts = [.. texts.Texts.Select(text => TextScript.Of(text.Text))];
        int[] counts = new int[TextScript.Count];
        foreach (int script in scripts.Where(script => script >= 0))
            counts[script]++;
        return Enumerable.Range(0, scripts.Length)
            .Where(text => scripts[text] >= 0 && counts[scripts[text]] < LeastShareOfScript * texts.Count);
    }
}
