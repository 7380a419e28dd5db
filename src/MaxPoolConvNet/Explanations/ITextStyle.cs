namespace MaxPoolConvNet;

/// <summary>How an explanation's lines look.</summary>
internal interface ITextStyle
{
    /// <summary>A word of the text.</summary>
    /// <param name="text">The word, harmless.</param>
    /// <param name="share">Its share of the largest contribution, from −1 to 1.</param>
    string Shaded(string text, double share);

    /// <summary>A line that says little.</summary>
    string Dimmed(string line);
}
