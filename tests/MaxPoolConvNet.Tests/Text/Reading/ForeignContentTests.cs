using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>A file of another kind is told by its first bytes, with what helps.</summary>
public class ForeignContentTests
{
    [Theory]
    [InlineData("FD377A585A00", "compressed with xz, not a file of texts; decompress it with unxz first")]
    [InlineData("28B52FFD", "compressed with zstd, not a file of texts; decompress it with unzstd first")]
    [InlineData("377ABCAF271C", "a 7-Zip archive, not a file of texts; extract it first")]
    [InlineData("D0CF11E0", "an old Office file (.xls or .doc), not a file of texts; save the table as CSV (UTF-8), or a document as plain text")]
    [InlineData("425A6839314159265359", "compressed with bzip2, not a file of texts; decompress it with bunzip2 first")]
    public void Bytes_AreNamed(string bytes, string expected) => AssertKind(expected, Convert.FromHexString(bytes));

    [Theory]
    [InlineData("PAR1", "a Parquet file, not a file of texts; export the table as CSV or JSON lines")]
    [InlineData("%PDF-1.7", "a PDF file, not a file of texts; save its text as plain text")]
    [InlineData("SQLite format 3\0", "an SQLite database, not a file of texts; export the table as CSV")]
    [InlineData("PK\u0003\u0004 xl/workbook.xml", "an Excel file (.xlsx), not a file of texts; save the table as CSV (UTF-8)")]
    [InlineData("PK\u0003\u0004 word/document.xml", "a Word file (.docx), not a file of texts; save it as plain text")]
    [InlineData("PK\u0003\u0004 [Content_Types].xml", "an Office file (.xlsx or .docx), not a file of texts; save the table as CSV (UTF-8), or a document as plain text")]
    [InlineData("PK\u0003\u0004 reviews.csv", "a zip archive, not a file of texts; extract it first")]
    [InlineData("PK\u0005\u0006", "a zip archive, not a file of texts; extract it first")]
    [InlineData("8\0\0\0\0\0\0\0{\"V\":", "a model (safetensors), not a file of texts; pass a file of texts here, and the model where a model is expected")]
    [InlineData("8\0\0\0\0\0\0\0  {\"V\":", "a model (safetensors), not a file of texts; pass a file of texts here, and the model where a model is expected")]
    public void Letters_AreNamed(string first, string expected) => AssertKind(expected, Encoding.Latin1.GetBytes(first));

    [Theory]
    [InlineData("label,text\n")]
    [InlineData("BZhou is a name")]
    [InlineData("BZh914159")]
    [InlineData("PK is short for")]
    [InlineData("8\0\0\0\0\0a\0{\"V\":")]
    [InlineData("8\0\0\0\0\0\0a{\"V\":")]
    [InlineData("8\0\0\0\0\0\0\0 \"V\":")]
    public void Others_AreTexts(string first) => ForeignContent.Check(Encoding.Latin1.GetBytes(first), "f");

    private static void AssertKind(string expected, byte[] first) => Assert.Equal(
        "f is " + expected, Assert.Throws<InvalidDataException>(() => ForeignContent.Check(first, "f")).Message);
}
