using System.Text;
using CsCheck;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class LineReaderTests
{
    [Fact]
    public void Read_GivesBackEveryCharacter() =>
        Gen.Select(Gen.String[Gen.Char["a\u00E9\u4E2D\r\n\n\u2028\u0085"], 0, 60], Gen.Int[1, 20]).Sample((text, block) =>
        {
            using TricklingStream stream = new(Encoding.UTF8.GetBytes(text), block);
            LineReader lines = new(stream, "lines.txt");
            StringBuilder read = new();
            while (lines.Read())
            {
                Assert.DoesNotContain('\n', lines.Line.ToString());
                read.Append(lines.Line).Append(lines.LineEnd);
            }
            Assert.Equal(text, read.ToString());
            Assert.Equal(text.Count(c => c == '\n') + (text.Length > 0 && text[^1] != '\n' ? 1 : 0), lines.Number);
        });

    [Theory]
    [InlineData(100_000, true)]
    [InlineData(100_001, false)]
    public void Read_RefusesALineBeyondTheBound(int length, bool isRead)
    {
        byte[] content = [.. "short\n"u8, .. Enumerable.Repeat((byte)'x', length - 1), (byte)'\n'];
        using MemoryStream stream = new(content);
        LineReader lines = new(stream, "lines.txt", maximumLength: 100_000);
        Assert.True(lines.Read());
        if (isRead)
        {
            Assert.True(lines.Read());
            return;
        }
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => lines.Read());
        Assert.Equal("lines.txt, line 2: longer than 100000 bytes, the longest line that is read", error.Message);
    }
}
