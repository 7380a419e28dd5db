namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>A word and how it argues.</summary>
/// <param name="Start">The start of the word in the text, in UTF-16 units.</param>
/// <param name="Length">The length of the word, in UTF-16 units.</param>
/// <param name="Share">From −1 to 1: its contribution as a share of the strongest one; positive for the label, negative against it.</param>
internal sealed record ShadedWord(int Start, int Length, double Share);
