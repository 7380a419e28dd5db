using System.Collections.Immutable;
using System.Diagnostics;

namespace MaxPoolConvNet.Evaluation;

/// <summary>A text for which two classifiers predict different labels. Immutable and thread-safe.</summary>
[DebuggerDisplay("text {Index}: {First.Length} → {Second.Length} labels, {FirstIsCorrect} → {SecondIsCorrect}")]
public sealed class ChangedText
{
    internal ChangedText(int index, ImmutableArray<string> first, ImmutableArray<string> second, bool firstIsCorrect, bool secondIsCorrect)
    {
        Index = index;
        First = first;
        Second = second;
        FirstIsCorrect = firstIsCorrect;
        SecondIsCorrect = secondIsCorrect;
    }

    /// <summary>The index of the text, from 0.</summary>
    public int Index { get; }

    /// <summary>The labels that the first classifier predicts: one, or with several labels per text any number.</summary>
    public ImmutableArray<string> First { get; }

    /// <summary>The labels that the second classifier predicts: one, or with several labels per text any number.</summary>
    public ImmutableArray<string> Second { get; }

    /// <summary>Whether <see cref="First"/> are the text's labels.</summary>
    public bool FirstIsCorrect { get; }

    /// <summary>Whether <see cref="Second"/> are the text's labels.</summary>
    public bool SecondIsCorrect { get; }
}
