namespace MaxPoolConvNet.Tool.Report.Data;

/// <summary>Words that speak for a label.</summary>
/// <param name="Text">The words.</param>
/// <param name="Width">The width of the filters that found them.</param>
/// <param name="Contribution">What they add to the label's logit.</param>
/// <param name="TextCount">Texts in which they do.</param>
internal readonly record struct ShownNgram(string Text, int Width, double Contribution, int TextCount)
{
    public static ShownNgram Of(LabelNgram ngram) => new(ngram.Text, ngram.Width, ngram.Contribution, ngram.TextCount);
}
