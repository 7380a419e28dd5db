namespace MaxPoolConvNet.Training;

/// <summary>The arithmetic of an optimizer's step, for one entry or several at once.</summary>
/// <typeparam name="TSelf">The rule itself.</typeparam>
internal interface IUpdateRule<TSelf>
    where TSelf : struct, IUpdateRule<TSelf>
{
    /// <summary>How many numbers the rule remembers per entry: 0, 1 or 2.</summary>
    static abstract int Memories { get; }

    /// <summary>Returns the rule for a step, numbered from 1, with the learning rate times a factor.</summary>
    TSelf AtStep(long step, double rate);

    /// <summary>Returns the entries after the step, and updates the numbers that the rule remembers of them.</summary>
    TLanes Step<TLanes>(TLanes entries, ref TLanes first, ref TLanes second, TLanes gradients)
        where TLanes : unmanaged, ILanes<TLanes, float>;
}
