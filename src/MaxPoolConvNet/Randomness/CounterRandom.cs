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
        double radius = Math.Sqrt(-2 * Math.Log(1 - Uniform(2 * counter)));
        (double sine, double cosine) = Math.SinCos(2 * Math.PI * Uniform((2 * counter) + 1));
        return (radius * cosine, radius * sine);
    }

    /// <summary>Fills entries with numbers from N(0, deviation²), drawn at the places from <paramref name="firstCounter"/> on.</summary>
    public void FillNormal<T>(Span<T> entries, ulong firstCounter, double deviation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int j = 0; j < entries.Length; j += 2)
        {
            (double first, double second) = Normals(firstCounter + (ulong)j);
            entries[j] = T.CreateChecked(deviation * first);
            if (j + 1 < entries.Length) entries[j + 1] = T.CreateChecked(deviation * second);
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

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
