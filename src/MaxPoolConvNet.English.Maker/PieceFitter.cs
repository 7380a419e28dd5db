using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.English;

/// <summary>
/// Finds the changes that the ends of words make: those with which listed words are composed best, in the sense of least squares, of a
/// shorter listed word and pieces.
/// </summary>
internal static class PieceFitter
{
    private const int Rounds = 10;

    /// <summary>Counts as so many words whose end changes nothing, so that rare pieces change little.</summary>
    private const double Prior = 2;

    /// <param name="words">The words.</param>
    /// <param name="vectors">Their vectors.</param>
    /// <param name="pieces">The pieces.</param>
    public static Matrix<double> Fit(string[] words, Matrix<double> vectors, string[] pieces)
    {
        var numbers = words.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        var ends = pieces.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        List<(int Word, int Begin, int[] Pieces)> cuts = [];
        var cut = new List<int>();
        for (int w = 0; w < words.Length; w++)
        {
            if (!words[w].All(char.IsAsciiLetterOrDigit)) continue;
            int begin = PieceCutter.Cut(
                words[w], words[w].Length - 1, numbers.ContainsKey, piece => ends.TryGetValue(piece, out int end) ? end : -1, cut);
            if (begin > 0) cuts.Add((w, numbers[words[w].AsSpan(0, begin)], [.. cut]));
        }

        return Solve(cuts, vectors, pieces.Length);
    }

    /// <summary>Coordinate by coordinate: each piece in turn takes the mean of what the others leave.</summary>
    private static Matrix<double> Solve(List<(int Word, int Begin, int[] Pieces)> cuts, Matrix<double> vectors, int pieces)
    {
        var changes = Matrix<double>.Build.Dense(pieces, vectors.ColumnCount);
        ILookup<int, int> users = cuts
            .SelectMany((cut, index) => cut.Pieces.Distinct().Select(piece => (piece, index)))
            .ToLookup(pair => pair.piece, pair => pair.index);
        Matrix<double> left = Matrix<double>.Build.DenseOfRowVectors(cuts.Select(cut => vectors.Row(cut.Word) - vectors.Row(cut.Begin)));
        for (int round = 0; round < Rounds; round++)
        {
            foreach (IGrouping<int, int> piece in users.OrderBy(user => user.Key))
            {
                Vector<double> own = changes.Row(piece.Key);
                Vector<double> sum = Vector<double>.Build.Dense(vectors.ColumnCount);
                foreach (int cut in piece)
                    sum += left.Row(cut) + (own * Times(cuts[cut].Pieces, piece.Key));
                Vector<double> now = sum / (piece.Count() + Prior);
                foreach (int cut in piece)
                    left.SetRow(cut, left.Row(cut) + ((own - now) * Times(cuts[cut].Pieces, piece.Key)));
                changes.SetRow(piece.Key, now);
            }
        }

        return changes;

        static int Times(int[] all, int piece) => all.Count(one => one == piece);
    }
}
