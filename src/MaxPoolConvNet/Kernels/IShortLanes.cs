namespace MaxPoolConvNet;

/// <summary>Several adjacent 16-bit integers that are processed at once; <see cref="ILanes{TSelf, T}"/> for integers.</summary>
internal interface IShortLanes<TSelf>
    where TSelf : unmanaged, IShortLanes<TSelf>
{
    /// <summary>The number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>Loads the numbers from <paramref name="offset"/> entries after <paramref name="start"/> on.</summary>
    static abstract TSelf Load(ref readonly short start, nint offset);

    /// <summary>Loads one 8-bit integer per lane; it reads no further.</summary>
    static abstract TSelf LoadBytes(ref readonly sbyte start, nint offset);

    /// <summary>Returns the same number in every lane.</summary>
    static abstract TSelf Fill(short value);

    /// <summary>Stores the numbers from <paramref name="offset"/> entries after <paramref name="start"/> on.</summary>
    static abstract void Store(TSelf value, ref short start, nint offset);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf Max(TSelf left, TSelf right);
}
