namespace MaxPoolConvNet;

/// <summary>A list that keeps its memory when it is cleared and gives access to its items as a span.</summary>
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
