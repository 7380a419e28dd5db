using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.English;

/// <summary>Composes the vector of a word from another form of it, or from a beginning and pieces.</summary>
internal sealed class PieceComposer : IWordComposer
{
    private const int LongestWord = 100;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _pieces;
    private readonly ReadOnlyMemory<sbyte> _rows;
    private readonly float[] _scales;

    /// <param name="pieces">The pieces.</param>
    /// <param name="rows">For each piece, the usual change of the vector that it is appended to, in multiples of the scales.</param>
    /// <param name="scales">The scale of each entry.</param>
    public PieceComposer(string[] pieces, ReadOnlyMemory<sbyte> rows, float[] scales)
    {
        var numbers = new Dictionary<string, int>(pieces.Length, StringComparer.Ordinal);
        for (int piece = 0; piece < pieces.Length; piece++)
            numbers.Add(pieces[piece], piece);
        _pieces = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        _rows = rows;
        _scales = scales;
    }

    public bool TryCompose(ReadOnlySpan<char> word, WordVectors vectors, Span<float> vector)
    {
        if (word.Length > LongestWord) return false;
        string own = word.ToString();
        foreach (string form in WordForms.Of(own))
        {
            if (vectors.IsListed(form))
            {
                vectors.TryGetVector(form, out ReadOnlySpan<float> listed);
                listed.CopyTo(vector);
                return true;
            }
        }

        return TryCut(WordForms.WithoutAccents(own.ToLowerInvariant()), vectors, vector);
    }

    private bool TryCut(string word, WordVectors vectors, Span<float> vector)
    {
        var pieces = new List<int>();
        int begin = PieceCutter.Cut(word, word.Length, vectors.IsListed, Find, pieces);
        if (begin == 0) return false;
        vectors.TryGetVector(word.AsSpan(0, begin), out ReadOnlySpan<float> first);
        first.CopyTo(vector);
        foreach (int piece in pieces)
        {
            ReadOnlySpan<sbyte> row = _rows.Span.Slice(piece * _scales.Length, _scales.Length);
            for (int s = 0; s < row.Length; s++)
                vector[s] += row[s] * _scales[s];
        }

        return true;
    }

    private int Find(ReadOnlySpan<char> piece) => _pieces.TryGetValue(piece, out int number) ? number : -1;
}
