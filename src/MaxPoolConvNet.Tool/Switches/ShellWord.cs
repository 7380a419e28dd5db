namespace MaxPoolConvNet.Tool.Switches;

internal static class ShellWord
{
    private const string Plain = "-_./,:=+@%";

    /// <summary>The word as typed in a shell: quoted unless it has only letters, digits and a few signs.</summary>
    public static string Of(string word) =>
        word.Length > 0 && word.All(character => char.IsLetterOrDigit(character) || Plain.Contains(character, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
