using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Audit;

/// <summary>Labeled texts with clear labels, in which tests plant faults.</summary>
internal static class AuditCase
{
    private static readonly string[] _good = ["superb", "moving", "brilliant", "charming"];
    private static readonly string[] _bad = ["dreadful", "dull", "clumsy", "lifeless"];
    private static readonly string[] _things = ["film", "story", "cast", "ending", "script"];

    /// <summary>Texts whose labels alternate between neg and pos.</summary>
    public static LabeledText[] Texts(int count) => [.. Enumerable.Range(0, count).Select(Text)];

    /// <summary>The same with the labels of some texts swapped.</summary>
    public static LabeledText[] Flipped(int count, params int[] flipped)
    {
        LabeledText[] texts = Texts(count);
        foreach (int t in flipped)
            texts[t] = texts[t] with { Label = texts[t].Label == "pos" ? "neg" : "pos" };
        return texts;
    }

    public static LabelAuditReport Run(IEnumerable<LabeledText> texts, LabelAuditOptions? options = null) =>
        LabelAudit.Run(texts, options ?? new LabelAuditOptions { Threads = 2 });

    private static LabeledText Text(int t)
    {
        string[] words = t % 2 == 0 ? _bad : _good;
        (string first, string second) = (words[t / 2 % 4], words[t / 8 % 4]);
        string text = $"the {_things[t % 5]} of number {Letters(t)} is {first} and {second} with a {_things[t / 3 % 5]} like {Letters(t * 7 + 3)}";
        return new LabeledText(t % 2 == 0 ? "neg" : "pos", text);
    }

    /// <summary>A name that no other text has in the same place.</summary>
    private static string Letters(int t) => $"{(char)('a' + t % 26)}{(char)('a' + t / 26 % 26)}{(char)('a' + t / 5 % 26)}";
}
