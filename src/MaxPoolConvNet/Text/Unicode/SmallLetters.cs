namespace MaxPoolConvNet.Text;

/// <summary>The small letters of capitals, one for one.</summary>
internal sealed class SmallLetters
{
    private const int FirstCapital = 0x80;

    private readonly int[] _starts;
    private readonly (int End, int Step, int Difference)[] _runs;

    public SmallLetters(ref VariableLengthNumbers numbers)
    {
        _starts = new int[numbers.Next()];
        _runs = new (int, int, int)[_starts.Length];
        for (int run = 0, start = 0; run < _starts.Length; run++)
        {
            start += numbers.Next();
            int form = numbers.Next();
            (int count, int step) = (form >> 1, (form & 1) + 1);
            _starts[run] = start;
            _runs[run] = (start + (count - 1) * step + 1, step, numbers.NextSigned());
        }
    }

    /// <summary>The small letter of a capital, and any other character itself.</summary>
    public int Of(int character)
    {
        if (character < FirstCapital) return character is >= 'A' and <= 'Z' ? character | 0x20 : character;
        int place = Array.BinarySearch(_starts, character);
        int run = place < 0 ? ~place - 1 : place;
        if (run < 0) return character;
        (int end, int step, int difference) = _runs[run];
        return character < end && (character - _starts[run]) % step == 0 ? character + difference : character;
    }
}
