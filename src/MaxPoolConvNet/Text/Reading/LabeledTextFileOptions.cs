namespace MaxPoolConvNet.Text;

/// <summary>How <see cref="LabeledTextFile"/> reads; checked where they are passed to it.</summary>
/// <remarks>Immutable, so safe to share between threads.</remarks>
public sealed record LabeledTextFileOptions
{
    /// <summary>How the file writes its labelled texts. Default: <see cref="LabeledTextFormat.Detect"/>.</summary>
    public LabeledTextFormat Format { get; set; } = LabeledTextFormat.Detect;

    /// <summary>How its bytes stand for characters. Default: <see cref="LabeledTextEncoding.Utf8"/>.</summary>
    public LabeledTextEncoding Encoding { get; set; } = LabeledTextEncoding.Utf8;

    /// <summary>
    /// The name of the column that holds the label, in a CSV file; upper and lower case are the same. Not empty.
    /// Default: <see langword="null"/>, which takes the column named label, category, class, sentiment or target or, of two columns, the
    /// one that isn't the text.
    /// </summary>
    public string? LabelColumn { get; set; }

    /// <summary>
    /// The name of the column that holds the text, in a CSV file; upper and lower case are the same. Not empty, and not the label's.
    /// Default: <see langword="null"/>, which takes the column named text, review, sentence, content or message or, of two columns, the
    /// one that isn't the label.
    /// </summary>
    public string? TextColumn { get; set; }

    /// <summary>
    /// Whether a line of <see cref="LabeledTextFormat.FastText"/> without <c>__label__</c> is a text to which no label applies; that
    /// format has to be asked for then. Default: <see langword="false"/>, it is an error.
    /// </summary>
    public bool AllowUnlabeled { get; set; }

    internal ColumnChoice Columns => new(LabelColumn, TextColumn, nameof(LabeledTextFileOptions), "header");

    internal void Check()
    {
        if (!Enum.IsDefined(Format))
            throw new ArgumentOutOfRangeException(nameof(Format), Format, "Not a format of labelled texts.");
        if (!Enum.IsDefined(Encoding))
            throw new ArgumentOutOfRangeException(nameof(Encoding), Encoding, "Not an encoding of labelled texts.");
        if (AllowUnlabeled && Format != LabeledTextFormat.FastText)
            throw new ArgumentException($"{nameof(AllowUnlabeled)} is for the format {LabeledTextFormat.FastText}; the format is {Format}.", nameof(AllowUnlabeled));
        Columns.Check();
    }
}
