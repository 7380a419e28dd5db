namespace MaxPoolConvNet.Tool.Report.Data;

/// <summary>The number of texts with one label for which another was predicted.</summary>
internal sealed record Confusion(string Actual, string Predicted, int Count);
