using System.Reflection;

namespace MaxPoolConvNet.Tests;

/// <summary>What holds for every public type of the library.</summary>
public class PublicTypesTests
{
    private static readonly Type[] _types = typeof(ConvNet).Assembly.GetExportedTypes();

    [Fact]
    public void PublicTypes_AreThere()
    {
        Assert.Contains(typeof(IModel), _types);
        Assert.Contains(typeof(GradientChecker), _types);
        Assert.DoesNotContain(typeof(ILanes<,>), _types);
    }

    [Fact]
    public void PublicTypes_AreMadeToBeDerivedFromOrSealed() => Assert.All(_types, type => Assert.True(
        type.IsInterface || type.IsEnum || type.IsValueType || type.IsSealed || type.IsAbstract, $"{type} is neither sealed nor abstract"));

    [Fact]
    public void PublicStructs_AreImmutable() => Assert.All(_types.Where(type => type.IsValueType && !type.IsEnum), type => Assert.True(
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).All(field => field.IsInitOnly),
        $"{type} has a field that can be set"));

    [Fact]
    public void PublicTypes_LiveInFewNamespaces() => Assert.Equal(
        ["MaxPoolConvNet", "MaxPoolConvNet.Text", "MaxPoolConvNet.Training"],
        _types.Select(type => type.Namespace!).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void PublicTypes_HaveNoPublicFields() => Assert.All(_types.Where(type => !type.IsEnum), type => Assert.DoesNotContain(
        type.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public), field => !field.IsLiteral && !field.IsInitOnly));
}
