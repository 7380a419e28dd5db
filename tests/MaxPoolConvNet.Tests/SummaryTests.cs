using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MaxPoolConvNet.Tests;

/// <summary>The summary of a public member says in a line or two what it is or does; the rest is in its remarks.</summary>
public partial class SummaryTests
{
    private const int MostCharacters = 200;
    private const int MostSentences = 2;
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<string, Type> _types =
        typeof(TextClassifier).Assembly.GetExportedTypes().ToDictionary(type => type.FullName!.Replace('+', '.'));

    [Fact]
    public void PublicSummaries_AreShort()
    {
        var documentation = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "MaxPoolConvNet.xml"));
        var summaries =
            from member in documentation.Descendants("member")
            let name = member.Attribute("name")!.Value
            where IsPublic(name) && member.Element("summary") is not null
            select (Name: name, Summary: member.Element("summary")!);

        Assert.True(summaries.Count() > 400);
        Assert.Empty(summaries.SelectMany(one => Faults(one.Summary).Select(fault => $"{one.Name}: {fault}")));
    }

    [Theory]
    [InlineData("T:MaxPoolConvNet.TextClassifier", true)]
    [InlineData("M:MaxPoolConvNet.TextClassifier.Explain(System.String)", true)]
    [InlineData("P:MaxPoolConvNet.Training.TrainingOptions.Epochs", true)]
    [InlineData("F:MaxPoolConvNet.WeightFormat.Int8", true)]
    [InlineData("F:MaxPoolConvNet.TextClassifier._explainer", false)]
    [InlineData("T:MaxPoolConvNet.Lanes", false)]
    public void PublicMembers_AreFound(string name, bool isPublic) => Assert.Equal(isPublic, IsPublic(name));

    [Theory]
    [InlineData("The number of epochs. Two sentences. The default is 3. From 1 to 10.")]
    [InlineData("The threshold, such as 0.5, of <see cref=\"M:A.B(System.Int32)\" />.")]
    [InlineData("One. Two. Three.", "3 sentences")]
    [InlineData("No end", "no full stop")]
    [InlineData("Gets the number.", "begins with Gets")]
    [InlineData("Sets the number.", "begins with Sets")]
    [InlineData("A very very very very very very very very very very very very very very very very very very very very very very very very "
        + "very very very very very very very very very very very very very very very very very very long sentence.", "226 characters")]
    public void AFault_IsFound(string summary, params string[] faults) =>
        Assert.Equal(faults, Faults(XElement.Parse($"<summary>\n    {summary}\n    </summary>")));

    private static IEnumerable<string> Faults(XElement summary)
    {
        string text = Spaces().Replace(Shown(summary), " ").Trim();
        int sentences = SentenceEnd().Split(text).Count(sentence => !DefaultOrRange().IsMatch(sentence));
        if (text.Length > MostCharacters) yield return $"{text.Length} characters";
        if (sentences > MostSentences) yield return $"{sentences} sentences";
        if (!text.EndsWith('.')) yield return "no full stop";
        if (text.Split(' ')[0] is "Gets" or "Sets") yield return $"begins with {text.Split(' ')[0]}";
    }

    /// <summary>The text as an editor shows it: of a reference, the name alone.</summary>
    private static string Shown(XElement element) => string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { FirstNode: not null } inner => Shown(inner),
        XElement inner => NameOf((string?)inner.Attribute("cref") ?? (string?)inner.Attributes().FirstOrDefault() ?? ""),
        _ => "",
    }));

    private static string NameOf(string reference) => PathOf(reference).Split('.')[^1];

    private static bool IsPublic(string name)
    {
        string path = PathOf(name)[2..];
        if (name[0] == 'T') return _types.ContainsKey(path);
        int dot = path.LastIndexOf('.');
        string member = path[(dot + 1)..].Replace('#', '.');
        return _types.TryGetValue(path[..dot], out Type? type) && type.GetMember(Generic().Replace(member, ""), All).Any(IsShown);
    }

    private static bool IsShown(MemberInfo member) => member switch
    {
        FieldInfo field => field.IsPublic || field.IsFamily,
        MethodBase method => method.IsPublic || method.IsFamily,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsShown),
        _ => false,
    };

    /// <summary>The name without parameters and the type of a conversion.</summary>
    private static string PathOf(string name) => name.Split('(', '~')[0];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<=[.!?]) ")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^(The default is|From|At least|At most)\b")]
    private static partial Regex DefaultOrRange();

    [GeneratedRegex(@"`+\d+$")]
    private static partial Regex Generic();
}
