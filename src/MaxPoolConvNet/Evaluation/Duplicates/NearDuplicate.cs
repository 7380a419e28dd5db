namespace MaxPoolConvNet;

/// <summary>A test text and the training text that is most like it: one with the same words if there is any, of equally similar ones the first.</summary>
/// <param name="Test">The test text's place in its list, from 0.</param>
/// <param name="Training">The training text's place in its list, from 0.</param>
/// <param name="Similarity">The Jaccard similarity of their word trigrams, up to 1.</param>
/// <param name="IsExact">Whether they are the same words in the same order.</param>
public readonly record struct NearDuplicate(int Test, int Training, double Similarity, bool IsExact);
