using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>Texts as people write them: of one to four sentences, with commas, quotes, numbers, and now and then a line break or a letter with an accent.</summary>
internal static class RealisticTexts
{
    private static readonly string[] _words =
        ("the the the the a a of to to and and in is is it it was was I I we you they my our this that not very so for on with at as but had have been when "
        + "room staff hotel food service price order delivery phone screen battery film story actor scene team match player goal bank card account transfer "
        + "fee app update price market minister vote law school train road weather rain city street doctor garden dog don't it's can't café naïve résumé "
        + "good great bad slow fast clean dirty cheap late early new old happy broken open closed went came said told paid waited asked got found lost").Split(' ');

    private static readonly string[] _ends = [".", ".", ".", ".", "!", "?", "...", " :)", "; more later.", " - really."];
    private static readonly string[] _links = [" ", " ", " ", " ", " ", " ", " ", " ", ", ", ", ", "; ", " - ", " (again) ", " / "];
    private static readonly string[] _topics = ["card", "account", "transfer", "order", "refund", "delivery", "password", "exchange", "cash", "top-up", "limit"];
    private static readonly string[] _problems = ["arrival", "not working", "declined", "fee charged", "pending", "lost or stolen", "unable to verify"];

    /// <summary>Sets of labels by name: of words, of several words each, and numbers.</summary>
    public static IReadOnlyDictionary<string, string[]> Labels { get; } = new Dictionary<string, string[]>
    {
        ["2 words"] = ["positive", "negative"],
        ["2 numbers"] = ["0", "1"],
        ["5 numbers"] = ["1", "2", "3", "4", "5"],
        ["5 names"] = ["World news", "Sports", "Business", "Science and technology", "Local"],
        ["77 words"] = [.. Intents.Select(intent => intent.Replace(' ', '_'))],
        ["77 names"] = [.. Intents],
    };

    private static IEnumerable<string> Intents => from topic in _topics from problem in _problems select $"{topic} {problem}";

    /// <summary>So many texts, each label being that of at least two; no two texts are alike.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="count">How many texts.</param>
    /// <param name="hasLineBreaks">Whether some go on in another line.</param>
    public static LabeledText[] Make(string[] labels, int count, bool hasLineBreaks)
    {
        var random = new CounterRandom((ulong)(labels.Length * 7 + labels[0].Length)).Stream((ulong)count);
        var seen = new HashSet<string>();
        ulong draw = 0;
        int Below(int bound) => random.Below(bound, draw++);
        string Pick(string[] from) => from[Below(from.Length)];
        string Sentence()
        {
            string sentence = Pick(_words);
            for (int words = 1 + Below(3 + Below(20)); words > 0; words--)
            {
                string word = Below(30) == 0 ? $"\"{Pick(_words)}\"" : Below(30) == 0 ? $"{Below(2_000)}" : Pick(_words);
                sentence += Pick(_links) + word;
            }

            return char.ToUpperInvariant(sentence[0]) + sentence[1..] + Pick(_ends);
        }

        string Text()
        {
            string text = Below(40) == 0 ? $"\"{Sentence()}\"" : Sentence();
            for (int more = Below(4); more > 0; more--)
                text += (hasLineBreaks && Below(25) == 0 ? "\n" : " ") + Sentence();
            return text;
        }

        List<LabeledText> texts = [];
        while (texts.Count < count)
        {
            if (Text() is var text && seen.Add(text)) texts.Add(new LabeledText(texts.Count < 2 * labels.Length ? labels[texts.Count % labels.Length] : Pick(labels), text));
        }

        return [.. texts.OrderBy(text => text.Text, StringComparer.Ordinal)];
    }
}
