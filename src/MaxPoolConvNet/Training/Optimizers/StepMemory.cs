namespace MaxPoolConvNet.Training;

/// <summary>The numbers that a rule remembers of the entries of an array: 0 to 2 per entry, initially 0.</summary>
internal sealed class StepMemory(int memories, int length)
{
    private readonly AlignedArray<float> _first = new(memories > 0 ? length : 0);
    private readonly AlignedArray<float> _second = new(memories > 1 ? length : 0);

    public Span<float> First => _first.Span;

    public Span<float> Second => _second.Span;

    /// <summary>Makes the memory available to other arrays. There are no numbers any more.</summary>
    public void Release()
    {
        _first.Release();
        _second.Release();
    }

    /// <summary>Writes or reads the numbers.</summary>
    /// <param name="exchange">Writes or reads an array.</param>
    public void Exchange(Action<Span<float>> exchange)
    {
        exchange(First);
        exchange(Second);
    }
}
