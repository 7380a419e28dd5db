using System.Numerics;

namespace MaxPoolConvNet;

/// <summary>
/// A text as <see cref="ConvolveMaxPool{T, TRows}"/> reads it: for each of its words the rows that the word adds to windows.
/// </summary>
internal interface ITableRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Words of the text, padding included.</summary>
    int Words { get; }

    /// <summary>Numbers of a word's rows.</summary>
    /// <param name="word">The word's place in the text.</param>
    /// <param name="offset">How many numbers after the beginning of its first row.</param>
    TLanes Load<TLanes>(int word, nint offset)
        where TLanes : unmanaged, ILanes<TLanes, T>;
}
