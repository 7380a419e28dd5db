namespace MaxPoolConvNet;

/// <summary>A list whose memory stays when it is cleared, and which hands its items out as a span.</summary>
internal sealed class ReusableList<T>
    where T : struct
{
    private T[] _items = new T[256];

    public int Count { get; private set; }

    public ReadOnlySpan<T> Items => _items.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(T item)
    {
        if (Count == _items.Length) Array.Resize(ref _items, 2 * Count);
        _items[Count++] = item;
    }
}
