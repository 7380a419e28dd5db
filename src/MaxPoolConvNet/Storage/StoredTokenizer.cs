using System.Text.Json.Nodes;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Storage;

/// <summary>A tokenizer in a file: the library's own with their options; of others the name alone, since no code is ever loaded from a
/// file.</summary>
internal static class StoredTokenizer
{
    public static string ToJson(ITokenizer tokenizer) => (tokenizer switch
    {
        WordTokenizer words => new JsonObject
        {
            ["type"] = nameof(WordTokenizer), ["rules"] = words.Options.RulesVersion, ["lowerCase"] = words.Options.LowerCase,
        },
        SubwordTokenizer subwords => new JsonObject
        {
            ["type"] = nameof(SubwordTokenizer),
            ["length"] = subwords.Length,
            ["rules"] = subwords.Options.RulesVersion,
            ["lowerCase"] = subwords.Options.LowerCase,
        },
        WhitespaceTokenizer => new JsonObject { ["type"] = nameof(WhitespaceTokenizer) },
        _ => new JsonObject { ["type"] = "other", ["name"] = tokenizer.GetType().FullName },
    }).ToJsonString();

    /// <param name="json">What the file has.</param>
    /// <param name="given">The caller's; null where the file's is the library's.</param>
    /// <exception cref="InvalidDataException">It is no tokenizer, or another's, which the caller has to give.</exception>
    /// <exception cref="ArgumentException">The caller gives one, but the file's is the library's.</exception>
    public static ITokenizer Parse(string json, ITokenizer? given)
    {
        JsonFields fields = JsonFields.Parse(json, "tokenizer");
        string type = fields.String("type");
        if (type == "other")
        {
            return given ?? throw new InvalidDataException(
                $"the model was saved with a tokenizer that isn't the library's, {fields.String("name")}; such a one has to be given, since no code is loaded from a file");
        }

        ITokenizer own = type switch
        {
            nameof(WordTokenizer) => new WordTokenizer(Words(fields)),
            nameof(SubwordTokenizer) => Subwords(fields),
            nameof(WhitespaceTokenizer) => WhitespaceTokenizer.Default,
            _ => throw new InvalidDataException($"'tokenizer' has the type '{type}'; {nameof(WordTokenizer)}, {nameof(SubwordTokenizer)}, {nameof(WhitespaceTokenizer)} or other was expected"),
        };
        return given is null
            ? own
            : throw new ArgumentException($"the model was saved with a {type}, which is made from the file; a {given.GetType().Name} was given", nameof(given));
    }

    private static SubwordTokenizer Subwords(JsonFields fields)
    {
        int length = fields.Integer("length");
        return length is >= SubwordTokenizer.Shortest and <= SubwordTokenizer.Longest
            ? new SubwordTokenizer(length, Words(fields))
            : throw new InvalidDataException($"'tokenizer' has the length {length}; a number from {SubwordTokenizer.Shortest} to {SubwordTokenizer.Longest} was expected");
    }

    private static WordTokenizerOptions Words(JsonFields fields)
    {
        // files of version 1 don't name the rules: there was one version
        int rules = fields.Has("rules") ? fields.Integer("rules") : 1;
        return rules is >= 1 and <= WordRules.NewestVersion
            ? new WordTokenizerOptions { RulesVersion = rules, LowerCase = fields.Boolean("lowerCase") }
            : throw new InvalidDataException(
                $"'tokenizer' has version {rules} of the rules for words; this version of the library has 1 to {WordRules.NewestVersion}, a newer one may read it");
    }
}
