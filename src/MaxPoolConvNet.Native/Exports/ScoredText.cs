namespace MaxPoolConvNet.Native;

/// <summary>The scores of a caller's text. Dispose it so that the next call can reuse them.</summary>
internal readonly unsafe ref struct ScoredText
{
    private readonly LoadedModel _model;

    /// <exception cref="StatusException">The text is missing, or isn't UTF-8.</exception>
    public ScoredText(LoadedModel model, byte* text, long length)
    {
        _model = model;
        using var utf16 = new Utf8Text(text, length, "text");
        Scores = model.BorrowScores();
        model.Classifier.Score(utf16.Characters, Scores);
    }

    /// <summary>The scores.</summary>
    public LabelScores Scores { get; }

    /// <summary>Gives the scores back.</summary>
    public void Dispose() => _model.Return(Scores);
}
