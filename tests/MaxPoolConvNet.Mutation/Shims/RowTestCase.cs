using System.Globalization;
using System.Reflection;
using Xunit.Sdk;

namespace MaxPoolConvNet.Tests;

/// <summary>One row of a theory, told from the others by its number.</summary>
internal sealed class RowTestCase : XunitTestCase
{
    private int _row;

    // xUnit creates it so to read what Serialize wrote
    [Obsolete("for reading", error: true)]
    public RowTestCase()
    {
    }

    public RowTestCase(IMessageSink diagnostics, ITestMethod method, int row)
        : base(diagnostics, TestMethodDisplay.ClassAndMethod, TestMethodDisplayOptions.None, method) => _row = row;

    /// <summary>Returns the rows of all the sources of a theory. A row of nothing but null comes as null from xUnit.</summary>
    public static IEnumerable<object[]> RowsOf(ITestMethod method)
    {
        MethodInfo theory = method.Method.ToRuntimeMethod();
        return theory.GetCustomAttributes<DataAttribute>().SelectMany(source => source.GetData(theory)).Select(row => row ?? [null!]);
    }

    public override void Serialize(IXunitSerializationInfo data)
    {
        base.Serialize(data);
        data.AddValue("row", _row);
    }

    public override void Deserialize(IXunitSerializationInfo data)
    {
        _row = data.GetValue<int>("row");
        base.Deserialize(data);
    }

    public override Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink,
        IMessageBus messageBus,
        object[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource)
    {
        object[] row = Method.ToRuntimeMethod().ResolveMethodArguments(RowsOf(TestMethod).ElementAt(_row));
        return new XunitTestCaseRunner(
            this, DisplayName, SkipReason, constructorArguments, row, messageBus, aggregator, cancellationTokenSource).RunAsync();
    }

    protected override string GetDisplayName(IAttributeInfo factAttribute, string displayName) =>
        string.Create(CultureInfo.InvariantCulture, $"{base.GetDisplayName(factAttribute, displayName)}, row {_row}");

    protected override string GetUniqueID() => string.Create(CultureInfo.InvariantCulture, $"{base.GetUniqueID()}-{_row}");
}
