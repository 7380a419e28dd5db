using System.Diagnostics.CodeAnalysis;
using MaxPoolConvNet.Browser.Tests;

namespace MaxPoolConvNet.WebDemo.Tests;

/// <summary>The tests of the page: one after the other, in one browser.</summary>
[CollectionDefinition(Name)]
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "xUnit calls it a collection.")]
public sealed class BrowserCollection : ICollectionFixture<Chromium>
{
    public const string Name = "browser";
}
