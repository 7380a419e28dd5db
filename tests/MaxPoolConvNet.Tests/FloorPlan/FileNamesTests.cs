namespace MaxPoolConvNet.Tests.FloorPlan;

[Trait("Category", "Slow")]
public class FileNamesTests
{
    [Theory]
    [InlineData("Text/A.cs", "class A;")]
    [InlineData("A.cs", "namespace Inside; sealed record A(int Number) { class Inner; enum Kind { One } }")]
    [InlineData("A.cs", "namespace Inside { interface A<T>; }")]
    [InlineData("A.cs", "delegate void A();")]
    [InlineData("A.cs", "enum A { One }")]
    [InlineData("A.More.cs", "partial class A;")]
    public void Violations_AreNoneForAFileNamedAfterItsType(string path, string code) =>
        Assert.Empty(FileNames.Violations(Planted.Model((path, code))));

    [Theory]
    [InlineData("Text/A.cs", "class B;", "Text/A.cs declares B")]
    [InlineData("A.cs", "class A; struct B;", "A.cs declares A, B")]
    [InlineData("A.cs", "class A; delegate void D();", "A.cs declares A, D")]
    [InlineData("A.cs", "namespace One { class A; } namespace Other { class A; }", "A.cs declares A, A")]
    [InlineData("A.cs", "", "A.cs declares no type")]
    [InlineData("A.More.cs", "class A;", "A.More.cs declares A")]
    [InlineData("AMore.cs", "partial class A;", "AMore.cs declares A")]
    public void Violations_AreFilesOfAnotherNameOrOfMoreTypes(string path, string code, string violation) =>
        Assert.Equal([violation], FileNames.Violations(Planted.Model((path, code))));
}
