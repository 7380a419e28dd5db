using System.Numerics;

namespace MaxPoolConvNet;

/// <summary>Runs texts through a network one by one, as prediction and held-out texts need it; the scratch of a thread.</summary>
internal sealed class TextRun<T>(Network<T> network)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly EmbeddedWords<T>? _embedded = network.Embedding is null ? null : new EmbeddedWords<T>(network);
    private readonly T[] _packed = network.Embedding is { } embedding ? new T[MatrixProduct<T>.PackedLength(embedding.Dimension)] : [];
    private int[] _rows = [];

    public TextPass<T> Pass { get; } = new(network);

    /// <summary>A text's pass, without dropout.</summary>
    public TextPass<T> Forward(ReadOnlySpan<int> wordIds)
    {
        if (_embedded is null)
        {
            network.Forward(wordIds, [], network.Tables, [], Pass);
            return Pass;
        }

        if (_rows.Length < wordIds.Length) _rows = new int[2 * wordIds.Length];
        _embedded.Clear();
        _embedded.Add(wordIds, _rows);
        _embedded.Reserve();
        _embedded.LookUp(.._embedded.Words.Length);
        for (int b = network.WordBanks; b < network.Banks.Length; b++)
            _embedded.Project(b, network.Tables[b].AsMatrix(), ..network.Tables[b].RowLength, _packed);
        network.Forward(wordIds, _rows.AsSpan(0, wordIds.Length), _embedded.Tables, [], Pass);
        return Pass;
    }
}
