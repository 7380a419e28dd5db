namespace MaxPoolConvNet.Training;

/// <summary>The arithmetic of an optimizer's step, for one entry or many at once.</summary>
/// <typeparam name="TSelf">The rule itself.</typeparam>
internal interface IUpdateRule<TSelf>
    where TSelf : struct, IUpdateRule<TSelf>
{
    /// <summary>Numbers that the rule remembers of every entry: 0, 1 or 2.</summary>
    static abstract int Memories { get; }

    /// <summary>The rule for the step of this number, from 1 on, with the learning rate times a factor.</summary>
    TSelf AtStep(long step, double rate);

    /// <summary>The entries after the step; what the rule remembers of them is changed.</summary>
    TLanes Step<TLanes>(TLanes entries, ref TLanes first, ref TLanes second, TLanes gradients)
        where TLanes : unmanaged, ILanes<TLanes, float>;
}
