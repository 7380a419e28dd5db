namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>What the page shows about the model and its learning.</summary>
/// <param name="Model">The model in service.</param>
/// <param name="Learning">The learning.</param>
/// <param name="Limits">The limits of requests.</param>
internal sealed record Status(ModelStatus Model, LearningStatus Learning, StatusLimits Limits);
