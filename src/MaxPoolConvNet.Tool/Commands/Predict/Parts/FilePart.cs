namespace MaxPoolConvNet.Tool.Commands;

/// <summary>A part of the texts, whose predictions are one file.</summary>
/// <param name="Number">Its number, from 0, in the order of the texts.</param>
/// <param name="File">The file of the texts.</param>
/// <param name="From">The first byte.</param>
/// <param name="To">The byte after the last one.</param>
/// <param name="IsRange">Whether it is a range of the file's lines; otherwise it is the whole file.</param>
internal sealed record FilePart(int Number, string File, long From, long To, bool IsRange);
