namespace MaxPoolConvNet.English;

/// <summary>Cuts a word into the longest listed beginning and pieces, the longest first.</summary>
internal static class PieceCutter
{
    /// <summary>The shortest beginning that is looked for.</summary>
    public const int ShortestBeginning = 3;

    /// <param name="word">The word.</param>
    /// <param name="longest">The longest beginning allowed: the word's length, or less where the word itself doesn't count.</param>
    /// <param name="isWord">Whether a beginning is listed.</param>
    /// <param name="findPiece">Returns the number of a piece, −1 for none.</param>
    /// <param name="pieces">Receives the numbers of the pieces.</param>
    /// <returns>The length of the beginning; 0 if the word can't be cut.</returns>
    public static int Cut(ReadOnlySpan<char> word, int longest, WordTest isWord, PieceSearch findPiece, List<int> pieces)
    {
        for (int begin = Math.Min(longest, word.Length); begin >= ShortestBeginning; begin--)
        {
            if (isWord(word[..begin]) && TryPieces(word[begin..], findPiece, pieces)) return begin;
        }

        return 0;
    }

    private static bool TryPieces(ReadOnlySpan<char> rest, PieceSearch findPiece, List<int> pieces)
    {
        pieces.Clear();
        while (!rest.IsEmpty)
        {
            int length = rest.Length;
            int piece = -1;
            while (length > 0 && (piece = findPiece(rest[..length])) < 0)
                length--;
            if (length == 0) return false;
            pieces.Add(piece);
            rest = rest[length..];
        }

        return true;
    }

    public delegate bool WordTest(ReadOnlySpan<char> word);

    public delegate int PieceSearch(ReadOnlySpan<char> piece);
}
