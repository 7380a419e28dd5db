using System.Numerics;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// Processes each entry of a filter table that has a gradient: collects it, or applies an optimizer step at once. The same loop serves all
/// visitors, with an embedding too, so the gradients that are checked are those that train.
/// </summary>
internal interface IEntryVisitor<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Visits an entry of the table and its gradient of the log-likelihood.</summary>
    /// <param name="at">The position, in the padded text, of the word that the entry belongs to.</param>
    /// <param name="entry">The entry's index.</param>
    /// <param name="gradient">The contribution of this position to ∂L/∂entry.</param>
    void Visit(int at, int entry, T gradient);
}
