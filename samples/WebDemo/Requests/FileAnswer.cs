namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>The texts of a file, the most doubtful first.</summary>
/// <param name="BlankCount">The number of rows without a text, which are left out.</param>
/// <param name="UnsureCount">The number of answers that aren't sure.</param>
/// <param name="Answers">The answers.</param>
internal sealed record FileAnswer(int BlankCount, int UnsureCount, IReadOnlyList<ShortAnswer> Answers);
