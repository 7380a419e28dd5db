using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>What holds for every public type of the library.</summary>
public partial class PublicTypesTests
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
        ["MaxPoolConvNet", "MaxPoolConvNet.Evaluation", "MaxPoolConvNet.Networks", "MaxPoolConvNet.Text", "MaxPoolConvNet.Training"],
        _types.Select(type => type.Namespace!).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Records_AreOptionsAndSmallValues()
    {
        Type[] others = [typeof(EarlyStopping), typeof(FilterGroup), typeof(LabeledText), typeof(LabelProbability), typeof(Prediction), typeof(Target), typeof(Token)];

        IEnumerable<Type> records = _types.Where(type => type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) is not null);

        Assert.All(records, type => Assert.True(
            type.Name.EndsWith("Options", StringComparison.Ordinal) || type.IsAssignableTo(typeof(Optimizer)) || others.Contains(type), $"{type} is a record"));
    }

    [Fact]
    public void DebuggerDisplays_NameMembersThatThereAre() => Assert.All(_types, type =>
    {
        string display = type.GetCustomAttribute<DebuggerDisplayAttribute>()?.Value ?? "";
        foreach (Match path in MemberPath().Matches(display))
        {
            Type? owner = type;
            foreach (string name in path.Groups["path"].Value.Split('.'))
                owner = PropertyOf(owner, name)?.PropertyType;
            Assert.True(owner is not null, $"{type} has no {path.Value}");
        }

        Assert.Equal(display.Count(character => character == '{'), MemberPath().Count(display));

        // a list's Count is its base interface's
        static PropertyInfo? PropertyOf(Type? owner, string name) => owner is null
            ? null
            : owner.GetInterfaces().Prepend(owner).Select(one => one.GetProperty(name)).FirstOrDefault(property => property is not null);
    });

    [Fact]
    public void PublicTypes_HaveNoPublicFields() => Assert.All(_types.Where(type => !type.IsEnum), type => Assert.DoesNotContain(
        type.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public), field => !field.IsLiteral && !field.IsInitOnly));

    [GeneratedRegex(@"\{(?<path>[A-Z][A-Za-z.]*)(,nq)?\}")]
    private static partial Regex MemberPath();
}
