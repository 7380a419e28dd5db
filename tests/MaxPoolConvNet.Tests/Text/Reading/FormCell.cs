using System.Text;
using System.Text.Json;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>A cell of the matrix of forms: how a file of labeled texts is written.</summary>
/// <param name="Form">Such as <c>comma</c> or <c>JSON lines</c>.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Header">The names of the label's column and the text's; null for no header.</param>
/// <param name="Order">Where the label is, or that the names are swapped.</param>
/// <param name="Encoding">The encoding.</param>
/// <param name="Labels">The name of the set of labels.</param>
/// <param name="Rows">How many texts.</param>
internal sealed record FormCell(string Form, string Name, string[]? Header, FormOrder Order, string Encoding, string Labels, int Rows)
{
    private static readonly Dictionary<string, char> _separators = new()
    {
        ["tab"] = '\t', ["tab, no quotes"] = '\t', ["comma"] = ',', ["semicolon"] = ';', ["bar"] = '|', ["sep= semicolon"] = ';', ["sep= comma"] = ',',
    };

    public static IEnumerable<string> Tables => _separators.Keys;

    /// <summary>What is to be given: a file in windows-1252 can't be told from others.</summary>
    public LabeledTextFileOptions Options => new() { Encoding = Encoding == "windows-1252" ? Encoding : null };

    /// <summary>The file.</summary>
    public byte[] Bytes(LabeledText[] texts)
    {
        string content = Content(texts);
        return Encoding switch
        {
            "UTF-8" => System.Text.Encoding.UTF8.GetBytes(content),
            "UTF-8 with mark" => System.Text.Encoding.UTF8.GetBytes("\uFEFF" + content),
            "UTF-16" => System.Text.Encoding.Unicode.GetBytes(content),
            "UTF-16 with mark" => System.Text.Encoding.Unicode.GetBytes("\uFEFF" + content),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(Encoding)!.GetBytes(content),
        };
    }

    private string Content(LabeledText[] texts) => Form switch
    {
        "JSON lines" => string.Join('\n', texts.Select(Json)),
        "JSON array" => $"[{string.Join(",\n", texts.Select(Json))}]\n",
        "fastText" => Lines(texts, text => $"__label__{text.Label} {text.Text}"),
        "fastText, comma" => Lines(texts, text => $"__label__{text.Label}, {text.Text}"),
        "fastText, last" => Lines(texts, text => $"{text.Text} __label__{text.Label}"),
        "label text" => Lines(texts, text => $"{text.Label} {text.Text}"),
        _ => Table(texts, _separators[Form], isPlain: Form.EndsWith("no quotes", StringComparison.Ordinal)),
    };

    private string Json(LabeledText text)
    {
        (string label, string content) = Order == FormOrder.Swapped ? (text.Text, text.Label) : (text.Label, text.Text);
        return Order == FormOrder.LabelLast
            ? JsonSerializer.Serialize(new Dictionary<string, string> { [Header![1]] = content, [Header[0]] = label })
            : JsonSerializer.Serialize(new Dictionary<string, string> { [Header![0]] = label, [Header[1]] = content });
    }

    private string Table(LabeledText[] texts, char separator, bool isPlain)
    {
        string Row(string label, string text) => Order == FormOrder.LabelFirst ? $"{Field(label)}{separator}{Field(text)}\r\n" : $"{Field(text)}{separator}{Field(label)}\r\n";
        string Field(string value) => !isPlain && value.AsSpan().ContainsAny([separator, '"', '\n'])
            ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : value;
        string mark = Form.StartsWith("sep=", StringComparison.Ordinal) ? $"sep={separator}\r\n" : "";
        string names = Header is null ? "" : Order == FormOrder.Swapped ? Row(Header[1], Header[0]) : Row(Header[0], Header[1]);
        return mark + names + string.Concat(texts.Select(text => Row(text.Label, text.Text)));
    }

    private static string Lines(LabeledText[] texts, Func<LabeledText, string> line) => string.Concat(texts.Select(text => line(text) + "\n"));
}
