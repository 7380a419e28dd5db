namespace MaxPoolConvNet;

/// <summary>Rejects NaN and infinity in input: a running maximum would silently swallow them.</summary>
internal static class Finite
{
    /// <exception cref="ArgumentException">An entry of the row-major matrix isn't finite; the message names it.</exception>
    public static void Check(ReadOnlySpan<double> entries, string name, int columns)
    {
        for (int at = 0; at < entries.Length; at++)
            Check(entries[at], name, at / columns, at % columns);
    }

    /// <exception cref="ArgumentException">The entry isn't finite; the message names it.</exception>
    public static void Check(double entry, string name, int row, int column)
    {
        if (!double.IsFinite(entry))
            throw new ArgumentException(FormattableString.Invariant($"{name}[{row}, {column}] is {entry}; a finite number was expected"));
    }
}
