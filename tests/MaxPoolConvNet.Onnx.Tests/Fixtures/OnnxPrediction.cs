namespace MaxPoolConvNet.Onnx.Tests;

/// <summary>What an ONNX model gives for a text.</summary>
internal sealed record OnnxPrediction(string Label, float[] Probabilities, string[] Labels);
