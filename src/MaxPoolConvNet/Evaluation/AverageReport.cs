namespace MaxPoolConvNet;

/// <summary>Precision, recall and F1 of all labels together.</summary>
/// <param name="Precision">The average precision, from 0 to 1.</param>
/// <param name="Recall">The average recall, from 0 to 1.</param>
/// <param name="F1">The average F1, from 0 to 1.</param>
public sealed record AverageReport(double Precision, double Recall, double F1);
