namespace MaxPoolConvNet;

/// <summary>A piece of an explained text: a word that contributes, or what lies between two of them.</summary>
internal readonly struct TextPiece(string text, double contribution, double share)
{
    /// <summary>The piece.</summary>
    public string Text { get; } = text;

    /// <summary>The contribution of its word; 0 in between.</summary>
    public double Contribution { get; } = contribution;

    /// <summary>Its share of the text's largest contribution for or against, from −1 to 1: how strongly it is shaded.</summary>
    public double Share { get; } = share;

    /// <summary>The pieces of a text, which make it up.</summary>
    public static List<TextPiece> Of(Explanation explanation)
    {
        string text = explanation.Text;
        double largest = explanation.Words.Select(word => Math.Abs(word.Contribution)).DefaultIfEmpty().Max();
        int done = 0;
        var pieces = new List<TextPiece>();
        foreach (ExplainedWord word in explanation.Words.Where(word => word.Contribution != 0).OrderBy(word => word.Start))
        {
            // a custom tokenizer may return tokens that overlap: the first one has what they share
            int start = Math.Max(done, word.Start);
            int end = Math.Max(start, word.Start + word.Length);
            if (start > done) pieces.Add(new TextPiece(text[done..start], 0, 0));
            if (end > start) pieces.Add(new TextPiece(text[start..end], word.Contribution, word.Contribution / largest));
            done = end;
        }

        if (done < text.Length) pieces.Add(new TextPiece(text[done..], 0, 0));
        return pieces;
    }
}
