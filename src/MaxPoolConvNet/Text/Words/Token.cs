namespace MaxPoolConvNet.Text;

/// <summary>The position of a token in its text.</summary>
/// <param name="Start">The offset of its first UTF-16 code unit in the original text, from 0.</param>
/// <param name="Length">Its length in UTF-16 code units.</param>
public readonly record struct Token(int Start, int Length);
