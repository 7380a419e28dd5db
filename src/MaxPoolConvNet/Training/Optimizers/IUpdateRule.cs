namespace MaxPoolConvNet.Training;

/// <summary>The arithmetic of an optimizer's step, for one entry or many at once.</summary>
internal interface IUpdateRule
{
    /// <summary>Whether the rule remembers a number for every entry.</summary>
    static abstract bool HasState { get; }

    /// <summary>The entries after the step; the rule's memory of them is changed.</summary>
    TLanes Step<TLanes>(TLanes entries, ref TLanes state, TLanes gradients)
        where TLanes : unmanaged, ILanes<TLanes, float>;
}
