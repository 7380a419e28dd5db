namespace MaxPoolConvNet.Text;

/// <summary>What full-width forms of ASCII and half-width forms of katakana and Hangul are forms of.</summary>
internal sealed class UsualWidths
{
    private const int First = 0xFF01;
    private const int Last = 0xFFEE;

    private readonly char[] _usual = new char[Last - First + 1];

    public UsualWidths(ref VariableLengthNumbers numbers)
    {
        for (int form = 0, usual = 0; form < _usual.Length; form++)
            _usual[form] = (char)(usual += numbers.NextSigned());
    }

    /// <summary>The usual form of a half-width or full-width one, and any other character itself.</summary>
    public int Of(int character) =>
        character is >= First and <= Last && _usual[character - First] is var usual and > '\0' ? usual : character;
}
