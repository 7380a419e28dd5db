namespace MaxPoolConvNet.Training;

/// <summary>The arithmetic of an optimizer's step, for one entry or several at once.</summary>
/// <typeparam name="TSelf">The rule itself.</typeparam>
internal interface IUpdateRule<TSelf>
    where TSelf : struct, IUpdateRule<TSelf>
{
    /// <summary>How many numbers the rule remembers per entry: 0, 1 or 2.</summary>
    static abstract int Memories { get; }

    /// <summary>
    /// Whether the rule remembers one number, a sum that only grows. Those of entries that are stepped one by one have 16 bits then,
    /// since most of such a step's time goes into loading what it needs from memory.
    /// </summary>
    static virtual bool RemembersSums => false;

    /// <summary>Returns the rule for a step.</summary>
    /// <param name="step">Its number, from 1.</param>
    /// <param name="rate">The factor of the learning rate.</param>
    /// <param name="texts">The number of texts whose gradients are summed; 1 for the mean gradient of a batch.</param>
    TSelf AtStep(long step, double rate, int texts);

    /// <summary>Returns the entries after the step, and updates the numbers that the rule remembers of them.</summary>
    TLanes Step<TLanes>(TLanes entries, ref TLanes first, ref TLanes second, TLanes gradients)
        where TLanes : unmanaged, ILanes<TLanes, float>;
}
