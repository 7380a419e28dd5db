using System.Diagnostics.CodeAnalysis;

namespace MaxPoolConvNet.Browser.Tests;

/// <summary>All tests: one after the other, in one browser.</summary>
[CollectionDefinition(Name)]
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "xUnit calls it a collection.")]
public sealed class BrowserCollection : ICollectionFixture<Chromium>
{
    public const string Name = "browser";
}
