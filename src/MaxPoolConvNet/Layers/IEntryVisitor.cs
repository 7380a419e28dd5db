using System.Numerics;

namespace MaxPoolConvNet;

/// <summary>
/// What is done with each entry of a filter table that carries a gradient: it is collected, or an optimizer's step is made at once. One
/// loop hands out the gradients for all of them, so that what is checked is what trains.
/// </summary>
internal interface IEntryVisitor<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The entry of the table with this index has this gradient of the log-likelihood.</summary>
    void Visit(int entry, T gradient);
}
