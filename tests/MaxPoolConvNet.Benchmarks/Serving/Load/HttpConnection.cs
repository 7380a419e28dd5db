using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MaxPoolConvNet.Benchmarks.Serving;

/// <summary>One connection that sends a request and reads its response, with as little work of its own as possible. Not thread-safe.</summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _length;

    public Task ConnectAsync(int port) => _socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port));

    /// <summary>Builds a request as <see cref="SendAsync"/> sends it.</summary>
    public static byte[] Post(string path, ReadOnlySpan<byte> json) =>
    [
        .. System.Text.Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {json.Length}\r\n\r\n"),
        .. json,
    ];

    /// <returns>The body, valid until the next call.</returns>
    /// <exception cref="InvalidDataException">The status isn't 200.</exception>
    /// <exception cref="IOException">The server closed the connection.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> SendAsync(ReadOnlyMemory<byte> request)
    {
        await _socket.SendAsync(request);
        _length = 0;
        Range body;
        do
        {
            int received = await _socket.ReceiveAsync(_buffer.AsMemory(_length));
            if (received == 0) throw new IOException("the server closed the connection");
            _length += received;
        }
        while (!IsWhole(_buffer.AsSpan(0, _length), out body));
        return _buffer.AsMemory(body);
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> response, out Range body)
    {
        body = default;
        int headerLength = response.IndexOf("\r\n\r\n"u8);
        if (headerLength < 0) return false;
        ReadOnlySpan<byte> header = response[..headerLength];
        int begin = headerLength + 4;
        if (!header.StartsWith("HTTP/1.1 200"u8))
            throw new InvalidDataException($"the server answered {System.Text.Encoding.ASCII.GetString(header[..Math.Min(header.Length, 40)])}");
        int at = header.IndexOf("Content-Length: "u8);
        if (at >= 0)
        {
            int length = int.Parse(Digits(header[(at + "Content-Length: ".Length)..]), NumberStyles.None, CultureInfo.InvariantCulture);
            body = begin..(begin + length);
            return response.Length >= begin + length;
        }

        // one chunk, which a small answer always is, and the empty one at the end
        if (!response.EndsWith("\r\n0\r\n\r\n"u8)) return false;
        ReadOnlySpan<byte> digits = Digits(response[begin..]);
        int chunk = begin + digits.Length + 2;
        body = chunk..(chunk + int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        return body.End.Value + 7 == response.Length
            ? true
            : throw new InvalidDataException("the server answered in several chunks; one was expected");
    }

    /// <summary>The bytes up to the end of the line.</summary>
    private static ReadOnlySpan<byte> Digits(ReadOnlySpan<byte> bytes) => bytes.IndexOf((byte)'\r') is var end and >= 0 ? bytes[..end] : bytes;
}
