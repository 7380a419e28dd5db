using System.Runtime.CompilerServices;

namespace MaxPoolConvNet.Text;

/// <summary>The tokens of a text and their words, in arrays that grow as needed and are reused for the next text.</summary>
/// <remarks>Not thread-safe: use one per thread. After it has grown to the longest text, filling it allocates nothing.</remarks>
public sealed class TokenBuffer
{
    private Token[] _tokens = new Token[32];
    private int[] _wordEnds = new int[32];
    private char[] _chars = new char[256];
    private int _charCount;

    /// <summary>The number of tokens.</summary>
    public int Count { get; private set; }

    /// <summary>The token at an index.</summary>
    /// <param name="index">Its index, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such token.</exception>
    public Token this[int index]
    {
        get
        {
            CheckIndex(index);
            return _tokens[index];
        }
    }

    /// <summary>Returns a token's word in the form produced by its tokenizer, such as lower case.</summary>
    /// <param name="index">The token's index, from 0.</param>
    /// <returns>The word, valid until tokens are added or cleared.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such token.</exception>
    public ReadOnlySpan<char> Word(int index)
    {
        CheckIndex(index);
        int start = index == 0 ? 0 : _wordEnds[index - 1];
        return _chars.AsSpan(start, _wordEnds[index] - start);
    }

    /// <summary>Appends a token.</summary>
    /// <param name="token">The token's position in its text.</param>
    /// <param name="word">Its word, at least one character; copied.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The token's start or length is negative, or its end is beyond the longest possible text.
    /// </exception>
    /// <exception cref="ArgumentException"><paramref name="word"/> is empty.</exception>
    public void Add(Token token, ReadOnlySpan<char> word)
    {
        if (token.Start < 0 || token.Length < 0 || token.Start > int.MaxValue - token.Length)
            throw new ArgumentOutOfRangeException(nameof(token), token, "A token's start and length are at least 0, its end below 2³¹.");
        if (word.IsEmpty)
            throw new ArgumentException($"The token of length {token.Length} at {token.Start} has an empty word.", nameof(word));
        word.CopyTo(Reserve(word.Length));
        Commit(token.Start, token.Length, word.Length);
    }

    /// <summary>Removes all tokens; the memory is kept.</summary>
    public void Clear()
    {
        Count = 0;
        _charCount = 0;
    }

    /// <summary>Reserves memory that a tokenizer writes words to; the next <see cref="Commit"/> takes its word from the start.</summary>
    internal Span<char> Reserve(int length)
    {
        if (_chars.Length - _charCount < length)
            GrowChars(length);
        return _chars.AsSpan(_charCount);
    }

    /// <summary>Appends a token whose word of <paramref name="wordLength"/> characters was written to the reserved memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Commit(int start, int length, int wordLength)
    {
        if (Count == _tokens.Length)
            GrowTokens();
        _charCount += wordLength;
        _tokens[Count] = new Token(start, length);
        _wordEnds[Count] = _charCount;
        Count++;
    }

    private void CheckIndex(int index)
    {
        if ((uint)index >= (uint)Count)
            throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {Count} tokens.");
    }

    private void GrowChars(int length)
    {
        int needed = checked(_charCount + length);
        Array.Resize(ref _chars, (int)Math.Min(Math.Max(needed, 2L * _chars.Length), Array.MaxLength));
    }

    private void GrowTokens()
    {
        int length = (int)Math.Min(2L * _tokens.Length, Array.MaxLength);
        Array.Resize(ref _tokens, length);
        Array.Resize(ref _wordEnds, length);
    }
}
