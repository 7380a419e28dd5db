using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace MaxPoolConvNet.WebDemo.Tests;

/// <summary>The memory that the sample's container may use is enough for what its training is estimated to need.</summary>
public sealed partial class MemoryLimitTests
{
    private const double HeapFraction = 0.75; // of a container's memory, .NET's heap may take this much by default
    private const long Rest = 100_000_000; // the app without a training: code, both models, requests

    private static readonly string _sample = typeof(MemoryLimitTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(one => one.Key == "WebDemoFolder").Value!;

    [Fact]
    public async Task TheContainersLimit_HasRoomForTwiceTheEstimate()
    {
        long estimate = PreparedModel.EstimatedMemoryBytes;
        string compose = await File.ReadAllTextAsync(Path.Combine(_sample, "compose.yaml"), TestContext.Current.CancellationToken);
        long limit = long.Parse(Limit().Match(compose).Groups[1].Value, CultureInfo.InvariantCulture) * 1_048_576;

        TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant($"estimate {estimate:N0} bytes, limit {limit:N0} bytes"));
        Assert.InRange((2 * estimate) + Rest, 1, HeapFraction * limit);
        Assert.InRange(limit, 1, 8 * ((2 * estimate) + Rest));
    }

    [GeneratedRegex(@"mem_limit: (\d+)m")]
    private static partial Regex Limit();
}
