namespace MaxPoolConvNet.Text;

/// <summary>Reads a stream in blocks, looks ahead as far as asked, and knows the offset of the next byte.</summary>
/// <remarks>Not thread-safe. What is looked at is valid until the next call.</remarks>
/// <param name="stream">The stream, after gzip.</param>
/// <param name="name">What errors call it.</param>
/// <param name="lineFeed">The byte that ends a line.</param>
internal sealed class ByteReader(Stream stream, string name, byte lineFeed = (byte)'\n')
{
    private byte[] _bytes = new byte[1 << 16];
    private int _next;
    private int _end;
    private bool _atEnd;

    /// <summary>How many bytes come before the next one.</summary>
    public long Offset { get; private set; }

    /// <summary>The next bytes, as many as asked for or until the end of the stream.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        while (_end - _next < count && !_atEnd)
            Fill();
        return _bytes.AsSpan(_next, Math.Min(count, _end - _next));
    }

    /// <summary>The next line with its line feed, or what there is of it until a length or the end of the stream.</summary>
    public ReadOnlySpan<byte> PeekLine(int maximumLength)
    {
        int searched = 0;
        int length;
        while (!TryFindLine(maximumLength, ref searched, out length))
            Fill();
        return _bytes.AsSpan(_next, length);
    }

    /// <summary>Reads on until <see cref="Peek"/> of a length needs nothing of the stream.</summary>
    public async ValueTask FillAsync(int count, CancellationToken cancellationToken)
    {
        while (_end - _next < count && !_atEnd)
            await FillAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads on until <see cref="PeekLine"/> of a length needs nothing of the stream.</summary>
    public async ValueTask FillLineAsync(int maximumLength, CancellationToken cancellationToken)
    {
        int searched = 0;
        while (!TryFindLine(maximumLength, ref searched, out _))
            await FillAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Goes on behind bytes that were looked at.</summary>
    public void Skip(int count)
    {
        _next += count;
        Offset += count;
    }

    /// <summary>Looks for the end of the next line in what is there.</summary>
    /// <param name="maximumLength">The longest line.</param>
    /// <param name="searched">How much of the line was searched before, and then how much of it is.</param>
    /// <param name="length">The line's length with its line feed, where it is known.</param>
    /// <returns>Whether the length is known without reading on.</returns>
    private bool TryFindLine(int maximumLength, ref int searched, out int length)
    {
        int available = Math.Min(_end - _next, maximumLength);
        int at = _bytes.AsSpan(_next + searched, available - searched).IndexOf(lineFeed);
        length = at < 0 ? available : searched + at + 1;
        searched = available;
        return at >= 0 || available == maximumLength || _atEnd;
    }

    /// <summary>Reads on behind what is there.</summary>
    private void Fill()
    {
        MakeRoom();
        try
        {
            Add(stream.Read(_bytes.AsSpan(_end)));
        }
        catch (InvalidDataException broken)
        {
            throw Broken(broken);
        }
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        try
        {
            Add(await stream.ReadAsync(_bytes.AsMemory(_end), cancellationToken).ConfigureAwait(false));
        }
        catch (InvalidDataException broken)
        {
            throw Broken(broken);
        }
    }

    /// <summary>Makes room behind what is there, by dropping the bytes done or by growing.</summary>
    private void MakeRoom()
    {
        if (_end < _bytes.Length) return;
        if (_next == 0) Array.Resize(ref _bytes, _bytes.Length * 2);
        _bytes.AsSpan(_next, _end - _next).CopyTo(_bytes);
        _end -= _next;
        _next = 0;
    }

    private void Add(int count)
    {
        _end += count;
        _atEnd = count == 0;
    }

    private InvalidDataException Broken(InvalidDataException cause) =>
        new($"{name}, byte {Offset} after unpacking: the gzip data are broken or cut off at or after this byte", cause);
}
