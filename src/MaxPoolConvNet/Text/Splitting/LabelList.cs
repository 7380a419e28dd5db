namespace MaxPoolConvNet.Text;

/// <summary>How messages show labels and their texts.</summary>
internal static class LabelList
{
    private const int MostShown = 10;

    /// <summary>Such as <c>'ham', 'spam'</c>; of many the first ones.</summary>
    public static string Quoted(IReadOnlyList<string> labels) =>
        string.Join(", ", labels.Take(MostShown).Select(label => $"'{label}'")) + (labels.Count > MostShown ? ", …" : "");

    /// <summary>Such as <c>no label</c>, <c>the label 'spam'</c> or <c>2 labels ('ham', 'spam')</c>.</summary>
    public static string Shown(IReadOnlyList<string> labels) => labels.Count switch
    {
        0 => "no label",
        1 => $"the label {Quoted(labels)}",
        _ => $"{labels.Count} labels ({Quoted(labels)})",
    };

    /// <summary>Such as <c>1 text</c> or <c>3 texts</c>.</summary>
    public static string Texts(int count) => count == 1 ? "1 text" : $"{count} texts";
}
