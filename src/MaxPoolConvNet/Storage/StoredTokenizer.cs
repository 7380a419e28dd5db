using System.Text.Json.Nodes;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Storage;

/// <summary>A tokenizer in a file.</summary>
/// <remarks>
/// The library's tokenizers are stored with their options. For other tokenizers only the name is stored, because no code is ever loaded
/// from a file.
/// </remarks>
internal static class StoredTokenizer
{
    /// <summary>Returns the tokenizer if it has to be passed when a model is loaded, or null if it is created from the file.</summary>
    public static ITokenizer? ToPass(ITokenizer tokenizer) =>
        tokenizer is WordTokenizer or SubwordTokenizer or WhitespaceTokenizer ? null : tokenizer;

    public static string ToJson(ITokenizer tokenizer) => (tokenizer switch
    {
        WordTokenizer words => new JsonObject
        {
            ["type"] = nameof(WordTokenizer),
            ["rules"] = words.Options.RulesVersion,
            ["lowerCase"] = words.Options.LowerCase,
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

    /// <param name="json">The JSON in the file.</param>
    /// <param name="given">The caller's tokenizer; null if the model has one of the library's.</param>
    /// <exception cref="InvalidDataException">
    /// The JSON doesn't describe a tokenizer, or it names one that isn't the library's and the caller passes none.
    /// </exception>
    /// <exception cref="ArgumentException">The caller passes a tokenizer, but the model has one of the library's.</exception>
    public static ITokenizer Parse(string json, ITokenizer? given)
    {
        JsonFields fields = JsonFields.Parse(json, "tokenizer");
        string type = fields.String("type");
        if (type == "other")
        {
            return given ?? throw new InvalidDataException(
                $"the model was saved with {fields.String("name")}, a tokenizer outside the library; "
                + "pass an instance of it to Load in LoadOptions.Tokenizer");
        }

        ITokenizer own = type switch
        {
            nameof(WordTokenizer) => new WordTokenizer(Words(fields)),
            nameof(SubwordTokenizer) => Subwords(fields),
            nameof(WhitespaceTokenizer) => WhitespaceTokenizer.Default,
            _ => throw new InvalidDataException(
                $"'tokenizer' has the type '{type}'; "
                + $"{nameof(WordTokenizer)}, {nameof(SubwordTokenizer)}, {nameof(WhitespaceTokenizer)} or other was expected"),
        };
        return given is null
            ? own
            : throw new ArgumentException(
                $"a {given.GetType().Name} was passed, but the model was saved with a {type}, which is created from the file; pass none",
                nameof(given));
    }

    private static SubwordTokenizer Subwords(JsonFields fields)
    {
        int length = fields.Integer("length");
        return length is >= SubwordTokenizer.Shortest and <= SubwordTokenizer.Longest
            ? new SubwordTokenizer(length, Words(fields))
            : throw new InvalidDataException(
                $"'tokenizer' has the length {length}; "
                + $"a number from {SubwordTokenizer.Shortest} to {SubwordTokenizer.Longest} was expected");
    }

    private static WordTokenizerOptions Words(JsonFields fields)
    {
        // files of version 1 have no version of the rules: there was only one
        int rules = fields.Has("rules") ? fields.Integer("rules") : 1;
        return rules is >= 1 and <= WordRules.NewestVersion
            ? new WordTokenizerOptions { RulesVersion = rules, LowerCase = fields.Boolean("lowerCase") }
            : throw new InvalidDataException(
                $"'tokenizer' has version {rules} of the word rules; "
                + $"this version of the library has 1 to {WordRules.NewestVersion}; a newer one may support it");
    }
}
