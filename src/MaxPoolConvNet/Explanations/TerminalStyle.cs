using System.Globalization;

namespace MaxPoolConvNet;

/// <summary>ANSI escape sequences with the palette of 256 colors, which all but the oldest terminals have.</summary>
internal sealed class TerminalStyle : ITextStyle
{
    private const string Reset = "\e[0m";

    // black letters on these, the palest first: readable whatever the terminal's own colors
    private static readonly int[] _for = [194, 157, 120, 83, 46];
    private static readonly int[] _against = [224, 217, 210, 203, 196];

    public static TerminalStyle Instance { get; } = new();

    public string Shaded(string text, double share)
    {
        int strength = (int)Math.Round(Math.Abs(share) * _for.Length);
        if (strength == 0) return text;
        int background = (share > 0 ? _for : _against)[strength - 1];
        return string.Create(CultureInfo.InvariantCulture, $"\e[38;5;16;48;5;{background}m{text}{Reset}");
    }

    public string Dimmed(string line) => $"\e[2m{line}{Reset}";
}
