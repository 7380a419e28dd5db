using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>
/// Counts texts with meaningless predictions: empty ones, and those without a known word. And texts whose prediction isn't accepted.
/// Thread-safe.
/// </summary>
internal sealed class UnknownTexts
{
    private long _texts;
    private long _empty;
    private long _unknown;
    private long _undecided;

    public void Add(Prediction prediction)
    {
        Interlocked.Increment(ref _texts);
        if (!prediction.HasKnownWords) Interlocked.Increment(ref _unknown);
    }

    /// <summary>Adds an empty text.</summary>
    public void AddEmpty()
    {
        Interlocked.Increment(ref _texts);
        Interlocked.Increment(ref _empty);
    }

    /// <summary>Counts a text, already added, whose prediction isn't accepted.</summary>
    public void AddUndecided() => Interlocked.Increment(ref _undecided);

    /// <summary>The numbers, for <see cref="Set"/>.</summary>
    public long[] Counts => [_texts, _empty, _unknown, _undecided];

    /// <summary>Replaces the numbers, by those of all ranks.</summary>
    public void Set(long[] counts) => (_texts, _empty, _unknown, _undecided) = (counts[0], counts[1], counts[2], counts[3]);

    /// <summary>Writes their numbers to standard error, if there are any.</summary>
    public void WriteNote(ToolConsole console)
    {
        if (_empty > 0) console.Note($"{_empty:N0} of {_texts:N0} texts are empty and get no label");
        if (_undecided > 0) console.Note($"{_undecided:N0} of {_texts:N0} texts are undecided: no label is sure enough");
        if (_unknown == 0) return;
        console.Note(
            $"{_unknown:N0} of {_texts:N0} texts have no word known to the classifier: ignore their predictions");
    }
}
