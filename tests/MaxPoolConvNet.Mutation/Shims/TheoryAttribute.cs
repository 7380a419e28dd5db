using Xunit.Sdk;

namespace MaxPoolConvNet.Tests;

/// <summary>A theory each of whose rows is a test of its own, as with xUnit v3.</summary>
/// <remarks>
/// xUnit v2 runs rows that it can't write to a string as one test. Stryker then knows only which mutants its first row reaches.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("MaxPoolConvNet.Tests.RowDiscoverer", "MaxPoolConvNet.Tests")]
internal sealed class TheoryAttribute : FactAttribute;
