using System.Runtime.InteropServices;

namespace MaxPoolConvNet;

/// <summary>An aligned array of zeros that takes less memory while nobody uses it: then it keeps only cache lines that aren't all 0.</summary>
/// <remarks>Not thread-safe while it rests: call <see cref="EndRest"/> before several threads use it.</remarks>
internal sealed class RestingArray(int length)
{
    private const int Line = 16;

    private AlignedArray<float>? _entries = new(length);
    private AlignedArray<float>? _lines;
    private int[] _places = [];

    /// <summary>All entries. Ends the rest.</summary>
    public Span<float> Span
    {
        get
        {
            EndRest();
            return _entries!.Span;
        }
    }

    /// <summary>Keeps the lines that aren't 0 and makes the memory of the others available, if these are at least half of them.</summary>
    public void Rest()
    {
        if (_entries is null) return;
        Span<float> entries = _entries.Span;
        int used = 0;
        for (int at = 0; at < entries.Length; at += Line)
        {
            if (IsUsed(entries, at)) used++;
        }

        if (2 * used * Line > entries.Length) return;
        _lines = new AlignedArray<float>(used * Line);
        _places = new int[used];
        int line = 0;
        for (int at = 0; at < entries.Length; at += Line)
        {
            if (!IsUsed(entries, at)) continue;
            LineOf(entries, at).CopyTo(_lines.Span[(line * Line)..]);
            _places[line++] = at;
        }

        _entries.Release();
        _entries = null;
    }

    /// <summary>Makes the memory available to other arrays. There are no entries any more.</summary>
    public void Release()
    {
        _entries?.Release();
        _lines?.Release();
        _entries = new AlignedArray<float>(0);
    }

    /// <summary>Makes room for all entries again.</summary>
    public void EndRest()
    {
        if (_entries is not null) return;
        _entries = new AlignedArray<float>(length);
        for (int line = 0; line < _places.Length; line++)
        {
            Span<float> to = LineOf(_entries.Span, _places[line]);
            _lines!.Span.Slice(line * Line, to.Length).CopyTo(to);
        }

        _lines!.Release();
        (_lines, _places) = (null, []);
    }

    private static bool IsUsed(Span<float> entries, int at) => MemoryMarshal.Cast<float, int>(LineOf(entries, at)).ContainsAnyExcept(0);

    /// <summary>The line from an entry on; the last one may be shorter.</summary>
    private static Span<float> LineOf(Span<float> entries, int at) => entries.Slice(at, Math.Min(Line, entries.Length - at));
}
