namespace MaxPoolConvNet.Text;

/// <summary>The canonical combining classes of marks: those of different classes stand in any order on their letter.</summary>
internal sealed class CombiningClasses
{
    private const int FirstMark = 0x300;

    private readonly int[] _starts;
    private readonly (int End, byte Class)[] _runs;

    public CombiningClasses(ref VariableLengthNumbers numbers)
    {
        _starts = new int[numbers.Next()];
        _runs = new (int, byte)[_starts.Length];
        for (int run = 0, end = 0; run < _starts.Length; run++)
        {
            _starts[run] = end + numbers.Next();
            end = _starts[run] + numbers.Next();
            _runs[run] = (end, (byte)numbers.Next());
        }
    }

    /// <summary>The class of a character that doesn't decompose; 0 for what is no mark of a class.</summary>
    public byte Of(int character)
    {
        if (character < FirstMark) return 0;
        int place = Array.BinarySearch(_starts, character);
        int run = place < 0 ? ~place - 1 : place;
        return run >= 0 && character < _runs[run].End ? _runs[run].Class : (byte)0;
    }
}
