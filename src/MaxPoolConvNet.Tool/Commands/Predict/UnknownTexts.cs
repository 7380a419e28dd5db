using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>Counts the texts without a word that the classifier knows, whose predictions say nothing. Thread-safe.</summary>
internal sealed class UnknownTexts
{
    private long _texts;
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
        Interlocked.Increment(ref _unknown);
    }

    /// <summary>Says how many they are, if there are any.</summary>
    public void WriteNote(ToolConsole console)
    {
        if (_unknown == 0) return;
        console.Note(
            $"{_unknown:N0} of {_texts:N0} texts have no word that the classifier knows: what it gives them says nothing about them");
    }
}
