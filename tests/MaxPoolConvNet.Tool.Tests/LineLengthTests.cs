namespace MaxPoolConvNet.Tool.Tests;

/// <summary>No line of a project in src is longer than .editorconfig says.</summary>
public class LineLengthTests
{
    private const int MostCharacters = 140;

    [Theory]
    [InlineData("MaxPoolConvNet")]
    [InlineData("MaxPoolConvNet.English")]
    [InlineData("MaxPoolConvNet.English.Maker")]
    [InlineData("MaxPoolConvNet.Native")]
    [InlineData("MaxPoolConvNet.Onnx")]
    [InlineData("MaxPoolConvNet.Tool")]
    public void NoLine_IsLongerThan140Characters(string project)
    {
        IReadOnlyList<SourceFile> files = SourceFile.Of(project);

        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(LongLines));
    }

    [Fact]
    public void ALongLine_IsNamed()
    {
        var file = new SourceFile("A/B.cs", $"{new string('x', 140)}\r\n{new string('x', 141)}\n");

        Assert.Equal(["A/B.cs, line 2: 141 characters"], LongLines(file));
    }

    private static IEnumerable<string> LongLines(SourceFile file) =>
        from line in file.Content.ReplaceLineEndings("\n").Split('\n').Index()
        where line.Item.Length > MostCharacters
        select $"{file.Name}, line {line.Index + 1}: {line.Item.Length} characters";
}
