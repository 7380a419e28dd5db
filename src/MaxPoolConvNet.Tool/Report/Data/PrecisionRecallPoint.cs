namespace MaxPoolConvNet.Tool.Report.Data;

/// <summary>What comes of giving a label to all texts in which it is at least so probable.</summary>
internal readonly record struct PrecisionRecallPoint(double Threshold, double Recall, double Precision);
