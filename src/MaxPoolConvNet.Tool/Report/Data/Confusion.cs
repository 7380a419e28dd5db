namespace MaxPoolConvNet.Tool.Report.Data;

/// <summary>Texts of one label that were recognized as another.</summary>
internal sealed record Confusion(string Actual, string Predicted, int Count);
