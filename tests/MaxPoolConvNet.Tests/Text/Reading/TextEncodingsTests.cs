using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class TextEncodingsTests
{
    [Theory]
    [InlineData("utf8")]
    [InlineData(" UTF-8 ")]
    [InlineData("utf-8-sig")]
    public void Named_Utf8NeedsNoConversion(string name) => Assert.Null(TextEncodings.Named(name));

    [Theory]
    [InlineData("utf16", "utf-16")]
    [InlineData("Latin-1", "iso-8859-1")]
    [InlineData("cp1252", "windows-1252")]
    [InlineData("CP874", "windows-874")]
    [InlineData("shift_jis", "shift_jis")]
    public void Named_KnowsUsualNames(string name, string expected) => Assert.Equal(expected, TextEncodings.Named(name)!.WebName);

    [Theory]
    [InlineData("cp12x2")]
    [InlineData("xx1252")]
    [InlineData("cp")]
    [InlineData("")]
    public void Named_AnUnknownName_IsTold(string name) => Assert.StartsWith(
        $"there is no encoding \"{name}\"; a name such as utf-8, utf-16, windows-1252, iso-8859-2 or shift_jis was expected",
        Assert.Throws<ArgumentException>(() => TextEncodings.Named(name)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Named_ThrowsOnInvalidBytes() => Assert.Throws<DecoderFallbackException>(() => TextEncodings.Named("utf-16")!.GetString([0x00, 0xD8, 0x41, 0x00]));

    [Theory]
    [InlineData(false, "utf-16")]
    [InlineData(true, "utf-16BE")]
    public void Detect_KnowsUtf16WithoutAMark(bool bigEndian, string expected)
    {
        var utf16 = new UnicodeEncoding(bigEndian, byteOrderMark: false);

        Assert.Equal(expected, TextEncodings.Detect(utf16.GetBytes("label,text\npos,good\n"))!.WebName);
        Assert.Equal(expected, TextEncodings.Detect(utf16.GetBytes("one"))!.WebName);

        // one Latin character in fifty
        Assert.Equal(expected, TextEncodings.Detect(utf16.GetBytes(new string('я', 49) + "a"))!.WebName);
        Assert.Null(TextEncodings.Detect(utf16.GetBytes(new string('я', 60) + "a")));
    }

    [Fact]
    public void Detect_FindsNoUtf16InOtherBytesWithNuls()
    {
        // as many at even places as at odd ones, a line end of one byte, and none at all
        Assert.Null(TextEncodings.Detect("a\0\0b\0\0c\0\0d\0\0"u8));
        Assert.Null(TextEncodings.Detect("a\0b\0c\nd\0e\0f\0"u8));
        Assert.Null(TextEncodings.Detect("\0\n"u8[1..]));
        Assert.Null(TextEncodings.Detect("label,text\n"u8));
    }

    [Fact]
    public void Detect_KnowsMarks_AndThrowsOnInvalidBytes()
    {
        Encoding utf32 = TextEncodings.Detect([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0])!;
        Encoding little = TextEncodings.Detect([0xFF, 0xFE, 0x41, 0])!;
        Encoding big = TextEncodings.Detect([0xFE, 0xFF, 0, 0x41])!;

        Assert.Equal(("utf-32", "utf-16", "utf-16BE"), (utf32.WebName, little.WebName, big.WebName));
        Assert.Equal(("A", "A", "A"), (utf32.GetString([0x41, 0, 0, 0]), little.GetString([0x41, 0]), big.GetString([0, 0x41])));
        Assert.Throws<DecoderFallbackException>(() => utf32.GetString([0, 0xD8, 0, 0]));
        Assert.Throws<DecoderFallbackException>(() => little.GetString([0, 0xD8, 0x41, 0]));
        Assert.Throws<DecoderFallbackException>(() => big.GetString([0xD8, 0, 0, 0x41]));
        Assert.All((Encoding[])[utf32, little, big], encoding => Assert.NotEmpty(encoding.GetPreamble()));
    }
}
