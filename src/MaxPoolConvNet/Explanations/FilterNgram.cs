namespace MaxPoolConvNet;

/// <summary>Words that a filter answers to.</summary>
/// <param name="Text">The words as the tokenizer gives them, with spaces between them; fewer than the filter's width at the end of a text.</param>
/// <param name="Response">h, the filter's answer after the activation.</param>
public sealed record FilterNgram(string Text, double Response);
