namespace MaxPoolConvNet.Text;

/// <summary>The number of vectors of a file that were skipped for one reason. Immutable and thread-safe.</summary>
public sealed class SkippedWordVectors
{
    internal SkippedWordVectors(WordVectorSkipReason reason, long count, string firstPlace)
    {
        Reason = reason;
        Count = count;
        FirstPlace = firstPlace;
    }

    /// <summary>The reason.</summary>
    public WordVectorSkipReason Reason { get; }

    /// <summary>The number of vectors. At least 1.</summary>
    public long Count { get; }

    /// <summary>
    /// Where the first of them is: in text, such as <c>line 17</c>, counted from 1; in a binary file, such as <c>byte 1290</c>, counted
    /// from 0 after unpacking.
    /// </summary>
    public string FirstPlace { get; }

    /// <summary>Returns the number, the reason and the first place.</summary>
    /// <returns>Text such as <c>2 with a word that occurs again, first in line 17</c>.</returns>
    public override string ToString()
    {
        string reason = Reason switch
        {
            WordVectorSkipReason.RepeatedWord => "with a word that occurs again",
            WordVectorSkipReason.BlankWord => "with a blank word",
            _ => "with a word that isn't UTF-8",
        };
        return FormattableString.Invariant($"{Count} {reason}, first in {FirstPlace}");
    }
}
