namespace MaxPoolConvNet.Evaluation;

/// <summary>The texts whose labels a first round of an audit believes, which the networks of a second round train on.</summary>
internal static class TrustedTexts
{
    /// <summary>The suspicion beyond which another label is more probable than the given one.</summary>
    private const float MostSuspicion = 0.5f;

    /// <summary>Returns whether each text is trusted.</summary>
    /// <remarks>
    /// Of each label, at most half of the texts aren't, the most suspicious ones: a label that is hard to predict stays one. Where texts
    /// may have several labels, this holds for all texts together.
    /// </remarks>
    public static bool[] Of(AuditedTexts texts, Judgement[] judgements)
    {
        bool[] isTrusted = new bool[judgements.Length];
        Array.Fill(isTrusted, true);
        foreach (IGrouping<int, int> group in Enumerable.Range(0, judgements.Length).GroupBy(
            text => texts.Labels.SeveralPerText ? 0 : texts.Classes[text][0]))
        {
            int[] suspects = [.. group.Where(text => judgements[text].Suspicion > MostSuspicion)];
            foreach (int text in suspects.OrderByDescending(text => judgements[text].Suspicion).Take(group.Count() / 2))
                isTrusted[text] = false;
        }

        return isTrusted;
    }
}
