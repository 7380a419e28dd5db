using System.Collections.Immutable;

namespace MaxPoolConvNet.Evaluation;

/// <summary>What argues for the suggested label of a text, and what for the given one. Immutable and thread-safe.</summary>
public sealed class SuspectEvidence
{
    internal SuspectEvidence(
        ImmutableArray<EvidenceNgram> forSuggested,
        ImmutableArray<EvidenceNgram> forGiven,
        ImmutableArray<EvidenceWord> words,
        ImmutableArray<SimilarText> similarTexts)
    {
        ForSuggested = forSuggested;
        ForGiven = forGiven;
        Words = words;
        SimilarTexts = similarTexts;
    }

    /// <summary>The n-grams that argue for the suggested label, strongest first; at most 5.</summary>
    public ImmutableArray<EvidenceNgram> ForSuggested { get; }

    /// <summary>The n-grams that argue for the given label, strongest first; at most 5.</summary>
    public ImmutableArray<EvidenceNgram> ForGiven { get; }

    /// <summary>The words of the text that other texts have too, in order.</summary>
    public ImmutableArray<EvidenceWord> Words { get; }

    /// <summary>The most similar other texts, most similar first; at most 5.</summary>
    public ImmutableArray<SimilarText> SimilarTexts { get; }

    /// <summary>The n-grams of both sides.</summary>
    /// <returns>One line, invariant culture. Control characters of words are replaced.</returns>
    public override string ToString() => $"for the suggested label: {Shown(ForSuggested)}; for the given one: {Shown(ForGiven)}";

    private static string Shown(ImmutableArray<EvidenceNgram> ngrams) => ngrams.IsEmpty ? "nothing" : string.Join(", ", ngrams);
}
