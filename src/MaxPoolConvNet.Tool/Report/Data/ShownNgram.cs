namespace MaxPoolConvNet.Tool.Report.Data;

/// <summary>An n-gram that supports a label.</summary>
/// <param name="Text">The words.</param>
/// <param name="Width">The width of the filters that found them.</param>
/// <param name="Contribution">The mean contribution to the label's logit.</param>
/// <param name="TextCount">The number of texts in which it contributes.</param>
internal readonly record struct ShownNgram(string Text, int Width, double Contribution, int TextCount)
{
    public static ShownNgram Of(LabelNgram ngram) => new(ngram.Text, ngram.Width, ngram.Contribution, ngram.TextCount);
}
