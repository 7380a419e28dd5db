namespace MaxPoolConvNet;

/// <summary>How well the texts of one label were told from the others. Where a ratio is 0/0, it counts as 0.</summary>
/// <param name="Label">The label.</param>
/// <param name="Precision">
/// The part of the texts recognized as this label that have it, from 0 to 1; 0 where no text was recognized as this label.
/// </param>
/// <param name="Recall">The part of the texts with this label that were recognized, from 0 to 1; 0 where no text has this label.</param>
/// <param name="F1">
/// The harmonic mean 2·precision·recall / (precision + recall), from 0 to 1; 0 where no text with this label was recognized.
/// </param>
/// <param name="Support">Texts with this label.</param>
public sealed record ClassReport(string Label, double Precision, double Recall, double F1, int Support);
