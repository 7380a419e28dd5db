namespace MaxPoolConvNet.Benchmarks.Peers;

/// <summary>Goes round and round over inputs, so that none is measured alone, and none is in the cache because it was just there.</summary>
internal sealed class Cycle<T>(IReadOnlyList<T> items)
{
    private int _next;

    public T Next()
    {
        T item = items[_next];
        _next = (_next + 1) % items.Count;
        return item;
    }
}
