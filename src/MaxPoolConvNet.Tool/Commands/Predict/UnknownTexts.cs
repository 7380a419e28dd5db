using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>Counts the texts whose predictions say nothing: empty ones, and those without a word that the classifier knows. Thread-safe.</summary>
internal sealed class UnknownTexts
{
    private long _texts;
    private long _empty;
    private long _unknown;

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

    /// <summary>Says how many they are, if there are any.</summary>
    public void WriteNote(ToolConsole console)
    {
        if (_empty > 0) console.Note($"{_empty:N0} of {_texts:N0} texts are empty: nothing is predicted for them");
        if (_unknown == 0) return;
        console.Note(
            $"{_unknown:N0} of {_texts:N0} texts have no word that the classifier knows: what it gives them says nothing about them");
    }
}
