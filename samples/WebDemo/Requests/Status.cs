namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>What the page shows about the model and its learning.</summary>
/// <param name="Labels">The labels that a text may get: those of the starting texts, of corrections and of the model.</param>
/// <param name="Model">The model in service.</param>
/// <param name="Learning">The learning.</param>
/// <param name="Limits">The limits of requests.</param>
internal sealed record Status(
    IReadOnlyList<string> Labels, ModelStatus Model, LearningStatus Learning, StatusLimits Limits);
