using MaxPoolConvNet.Onnx.Graphs;
using MaxPoolConvNet.Text;
using static MaxPoolConvNet.Onnx.Schema.TensorProto.Types;

namespace MaxPoolConvNet.Onnx.Parts;

/// <summary>The input of a model, as word ids; what isn't a word of the vocabulary is below 0 or beyond its last id.</summary>
internal static class InputPart
{
    /// <returns>The name of the ids, texts × words.</returns>
    public static string Add(Graph graph, Vocabulary vocabulary, OnnxInput input) => input == OnnxInput.Ids
        ? graph.Input(OnnxNames.Ids, DataType.Int64, "The ids of the words of each text, padded with -1.", "texts", "length")
        : LookUp(graph, vocabulary);

    private static string LookUp(Graph graph, Vocabulary vocabulary)
    {
        const string Description = "The words of each text, as the tokenizer gives them, padded with empty strings.";
        string tokens = graph.Input(OnnxNames.Tokens, DataType.String, Description, "texts", "length");
        // strings of ONNX are UTF-8: no token can be a word with half a surrogate pair
        (int Id, string Word)[] words = [.. vocabulary.Words.Index().Where(word => IsText(word.Item))];
        return graph.AddLearning(
            "LabelEncoder",
            "wordIds",
            [tokens],
            Attributes.Of("keys_strings", [.. words.Select(word => word.Word), OnnxNames.PaddingToken]),
            Attributes.Of("values_int64s", [.. words.Select(word => (long)word.Id), OnnxNames.PaddingId]),
            Attributes.Of("default_int64", vocabulary.UnknownId ?? OnnxNames.PaddingId));
    }

    private static bool IsText(string word)
    {
        for (int at = 0; at < word.Length; at++)
        {
            if (!char.IsSurrogate(word[at])) continue;
            if (!char.IsSurrogatePair(word, at)) return false;
            at++;
        }

        return true;
    }
}
