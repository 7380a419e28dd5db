using Xunit.Sdk;

namespace MaxPoolConvNet.Tests;

/// <summary>Finds the rows of a theory.</summary>
internal sealed class RowDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions options, ITestMethod method, IAttributeInfo theory) =>
        RowTestCase.RowsOf(method).Select((_, row) => new RowTestCase(diagnostics, method, row));
}
