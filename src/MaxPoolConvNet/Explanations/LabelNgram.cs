namespace MaxPoolConvNet;

/// <summary>Words that speak for a label.</summary>
/// <param name="Text">The words as the tokenizer gives them, with spaces between them.</param>
/// <param name="Width">k: the words that the filters look at, padding included.</param>
/// <param name="Contribution">
/// What it adds to the label's logit. From the model alone, v·h of one filter; from texts, the contribution of the whole window, of all filters
/// that it won: the mean over the texts in which it won any.
/// </param>
/// <param name="Texts">In how many texts it won filters; 0 where it comes from the model alone.</param>
public sealed record LabelNgram(string Text, int Width, double Contribution, int Texts);
