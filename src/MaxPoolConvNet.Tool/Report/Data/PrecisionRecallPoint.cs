namespace MaxPoolConvNet.Tool.Report.Data;

/// <summary>The precision and recall of a label at a threshold of its probability.</summary>
internal readonly record struct PrecisionRecallPoint(double Threshold, double Recall, double Precision);
