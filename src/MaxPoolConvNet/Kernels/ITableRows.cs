using System.Numerics;

namespace MaxPoolConvNet;

/// <summary>A text for <see cref="ConvolveMaxPool{T, TRows}"/>: for each word, the rows that it adds to windows.</summary>
internal interface ITableRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The number of words in the text, padding included.</summary>
    int Words { get; }

    /// <summary>Loads numbers of a word's rows.</summary>
    /// <param name="word">The word's position in the text.</param>
    /// <param name="offset">The offset, in numbers, from the start of its first row.</param>
    TLanes Load<TLanes>(int word, nint offset)
        where TLanes : unmanaged, ILanes<TLanes, T>;
}
