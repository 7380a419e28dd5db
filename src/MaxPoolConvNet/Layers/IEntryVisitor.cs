using System.Numerics;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// What is done with each entry of a filter table that carries a gradient: it is collected, or an optimizer's step is made at once. One
/// loop hands out the gradients for all of them, with an embedding too, so that what is checked is what trains.
/// </summary>
internal interface IEntryVisitor<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The entry of the table with this index has this gradient of the log-likelihood.</summary>
    /// <param name="at">The place in the padded text of the word that the entry is of.</param>
    /// <param name="entry">The index.</param>
    /// <param name="gradient">∂L/∂entry, as far as it comes from this place.</param>
    void Visit(int at, int entry, T gradient);
}
