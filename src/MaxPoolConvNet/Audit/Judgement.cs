namespace MaxPoolConvNet.Evaluation;

/// <summary>What other texts say about the label of a text.</summary>
/// <param name="Suspicion">From 0 to 1.</param>
/// <param name="Label">The class that they suggest instead; of several labels per text, the one to add or to remove.</param>
/// <param name="IsFlagged">Whether confident learning counts the label as wrong.</param>
internal readonly record struct Judgement(float Suspicion, int Label, bool IsFlagged);
