using System.Numerics;

namespace MaxPoolConvNet;

/// <summary>A counter-based random number generator: a number depends only on the key and its place.</summary>
/// <remarks>
/// Drawing needs no state and works in any order and on any thread; a resumed training draws the same numbers as an uninterrupted one. Each
/// number is the key and the counter mixed twice by the finalizer of SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom
/// number generators"), so that adjacent keys and counters have nothing in common. Not for cryptography.
/// </remarks>
internal readonly struct CounterRandom
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private readonly ulong _key;

    public CounterRandom(ulong seed) => _key = Mix(seed + GoldenGamma);

    /// <summary>A separate generator for a section of the work, such as an epoch or an example.</summary>
    public CounterRandom Stream(ulong number) => new(_key ^ Mix((number * GoldenGamma) + 1));

    /// <summary>64 random bits at the place <paramref name="counter"/>.</summary>
    public ulong Bits(ulong counter) => Mix(_key + ((counter + 1) * GoldenGamma));

    /// <summary>A number in [0, 1) with 53 random bits.</summary>
    public double Uniform(ulong counter) => (Bits(counter) >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number in [0, <paramref name="bound"/>).</summary>
    public int Below(int bound, ulong counter) => (int)Math.BigMul(Bits(counter), (ulong)bound, out _);

    /// <summary>Two independent numbers from the standard normal distribution (Box and Muller 1958).</summary>
    public (double First, double Second) Normals(ulong counter)
    {
        Span<double> first = stackalloc double[Vector<double>.Count];
        Span<double> second = stackalloc double[Vector<double>.Count];
        DrawNormals(counter, first, second);
        return (first[0], second[0]);
    }

    /// <summary>Fills entries with numbers from N(0, deviation²), drawn at the places from <paramref name="firstCounter"/> on.</summary>
    public void FillNormal<T>(Span<T> entries, ulong firstCounter, double deviation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<double> first = stackalloc double[Vector<double>.Count];
        Span<double> second = stackalloc double[Vector<double>.Count];
        while (entries.Length > 0)
        {
            DrawNormals(firstCounter, first, second);
            for (int e = 0; e < entries.Length && e < 2 * first.Length; e++)
                entries[e] = T.CreateChecked(deviation * (e % 2 == 0 ? first : second)[e / 2]);
            entries = entries[Math.Min(entries.Length, 2 * first.Length)..];
            firstCounter += 2 * (ulong)first.Length;
        }
    }

    /// <summary>The same for some of the entries: those from <paramref name="first"/> on.</summary>
    public void FillNormal<T>(Span<T> entries, ulong firstCounter, int first, double deviation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (first % 2 == 1 && entries.Length > 0)
        {
            // numbers are drawn in pairs
            entries[0] = T.CreateChecked(deviation * Normals(firstCounter + (ulong)first - 1).Second);
            entries = entries[1..];
            first++;
        }

        FillNormal(entries, firstCounter + (ulong)first, deviation);
    }

    /// <summary>Shuffles the items (Durstenfeld 1964).</summary>
    public void Shuffle<TItem>(Span<TItem> items)
    {
        for (int last = items.Length - 1; last > 0; last--)
        {
            int other = Below(last + 1, (ulong)last);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    /// <summary>Draws the pairs at a place and at every second one after it, as many as a vector has numbers.</summary>
    private void DrawNormals(ulong counter, Span<double> first, Span<double> second)
    {
        for (int lane = 0; lane < first.Length; lane++, counter += 2)
        {
            first[lane] = 1 - Uniform(2 * counter);
            second[lane] = Uniform((2 * counter) + 1);
        }

        Vector<double> radius = Vector.SquareRoot(-2 * Vector.Log(new Vector<double>(first)));
        (Vector<double> sine, Vector<double> cosine) = Vector.SinCos(2 * Math.PI * new Vector<double>(second));
        (radius * cosine).CopyTo(first);
        (radius * sine).CopyTo(second);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
