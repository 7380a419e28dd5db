namespace MaxPoolConvNet.Training;

/// <summary>How far a fold's training is.</summary>
/// <param name="Fold">The fold, from 1 on.</param>
/// <param name="Folds">All folds.</param>
/// <param name="Training">How far its training is.</param>
public sealed record FoldProgress(int Fold, int Folds, TrainingProgress Training);
