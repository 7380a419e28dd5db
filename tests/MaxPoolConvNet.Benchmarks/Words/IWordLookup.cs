namespace MaxPoolConvNet.Benchmarks.Words;

/// <summary>A way from a word to its id. Implementations are structs: each gets a loop of its own, with its look-up inlined.</summary>
internal interface IWordLookup
{
    /// <summary>The id of a word; −1 if it is unknown.</summary>
    int GetId(ReadOnlySpan<char> word);
}
