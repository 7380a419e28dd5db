namespace MaxPoolConvNet.Tool.Files;

/// <summary>How a file writes labels.</summary>
internal interface ILabelDialect
{
    /// <summary>What replaces the label of a text.</summary>
    /// <param name="labels">The corrected labels; one, except in JSON.</param>
    /// <param name="old">What the file has now.</param>
    /// <exception cref="InvalidDataException">The file can't have such a label.</exception>
    string Write(IReadOnlyList<string> labels, ReadOnlySpan<char> old);
}
