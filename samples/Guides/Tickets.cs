namespace Guides;

/// <summary>Made-up messages to a shop, of no, one or two topics each, in fastText's form.</summary>
internal static class Tickets
{
    private static readonly (string Label, string[] Sentences)[] _topics =
    [
        ("billing", ["I was charged twice for {0}.", "The invoice for {0} shows the wrong amount.", "My card was billed although I paid for {0} in cash."]),
        ("shipping", ["The courier still hasn't brought {0}.", "Tracking says that {0} was delivered, but nothing came.", "Where is {0}? It left your warehouse two weeks ago."]),
        ("damage", ["There is a crack in {0}.", "Out of the box {0} was broken.", "The corner of {0} is dented and the paint is off."]),
        ("praise", ["By the way, {0} is lovely.", "We are very happy with {0}.", "I told all my friends about {0}, it's wonderful."]),
    ];

    private static readonly string[] _noTopic = ["Do you have {0} in green as well?", "When will {0} be on sale again?", "Does {0} fit into a small car?"];
    private static readonly string[] _things = ["the lamp", "my new desk", "the kettle", "this chair", "the blue rug", "our mirror", "the clock", "that shelf"];

    public static IEnumerable<string> Create(int count)
    {
        for (int n = 0; n < count; n++)
        {
            int first = n % 5;
            int second = n / 5 % 5;
            string[] topics = [.. new[] { first, second }.Where(topic => topic < _topics.Length).Distinct().Select(topic => _topics[topic].Label)];
            if (n * 37 % 11 < 2) topics = topics[..^Math.Min(1, topics.Length)];   // people forget labels
            string text = string.Join(' ', new[] { first, second }.Distinct().Select(topic => Sentence(topic, n)));
            yield return string.Join(' ', [.. topics.Select(topic => $"__label__{topic}"), text]);
        }
    }

    private static string Sentence(int topic, int n)
    {
        string[] sentences = topic < _topics.Length ? _topics[topic].Sentences : _noTopic;
        return sentences[n / 25 % sentences.Length].Replace("{0}", _things[(n + topic) * 7 % _things.Length], StringComparison.Ordinal);
    }
}
