namespace MaxPoolConvNet.Tool.Tests;

/// <summary>Few labeled texts that are learned within a moment.</summary>
internal static class SmallTexts
{
    public const int Count = 24;

    /// <summary>label TAB text; half of them each.</summary>
    public static string Tab { get; } = Lines("{0}\t{1}");

    public static string Csv { get; } = "id,text,label\n" + Lines("7,\"{1}\",{0}");

    /// <summary>In fastText's form; every text has one label, every third a second one.</summary>
    public static string Several { get; } = string.Concat(Enumerable.Range(0, Count).Select(t =>
        $"__label__{(t % 2 == 0 ? "pos" : "neg")} {(t % 3 == 0 ? "__label__long " : "")}a {(t % 2 == 0 ? "superb" : "dreadful")} film {(t % 3 == 0 ? "of hours" : "")}\n"));

    /// <summary>Switches with which training takes a moment.</summary>
    public static string[] Quick { get; } = ["--filters", "10", "--epochs", "20", "--networks", "1"];

    private static string Lines(string form) => string.Concat(Enumerable.Range(0, Count).Select(t => string.Format(
        null, form, t % 2 == 0 ? "pos" : "neg", t % 2 == 0 ? $"a superb film, {t}" : $"a dreadful film, {t}") + "\n"));
}
