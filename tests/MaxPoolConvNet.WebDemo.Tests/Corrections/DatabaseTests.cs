using System.Net;
using MaxPoolConvNet.Samples.WebDemo;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Data.Sqlite;

namespace MaxPoolConvNet.WebDemo.Tests;

public sealed class DatabaseTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task ALockedDatabase_RefusesCorrectionsAndNothingElse()
    {
        await using DemoServer server = DemoServer.Start(_folder);
        Correction before = await server.Client.CorrectedAsync("It broke.", "positive");
        await using (var other = new SqliteConnection($"Data Source={_folder.DatabasePath};Pooling=False"))
        {
            await other.OpenAsync();
            await using SqliteTransaction writing = other.BeginTransaction(deferred: false);

            HttpResponseMessage answer = await server.Client.CorrectAsync("Not what I ordered.", "positive");

            ProblemDetails problem = await DemoCalls.ProblemAsync(answer, HttpStatusCode.ServiceUnavailable);
            Assert.StartsWith("The correction wasn't stored: SQLite reports \"SQLite Error 5: 'database is locked'", problem.Detail, StringComparison.Ordinal);
            Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter?.Delta);
            Assert.Equal(before, (await server.ClassifyAsync("It broke.")).Correction);
            Assert.Equal([before], await server.Client.CorrectionsAsync());
        }

        Assert.Equal(2, (await server.Client.CorrectedAsync("Not what I ordered.", "positive")).Version);
    }

    [Fact]
    public async Task AReadOnlyDatabase_RefusesCorrectionsAndNothingElse()
    {
        Correction before;
        await using (DemoServer server = DemoServer.Start(_folder))
            before = await server.Client.CorrectedAsync("It broke.", "positive");

        await using DemoServer readOnly = DemoServer.Start(_folder, ("Demo:Database", $"Data Source={_folder.DatabasePath};Mode=ReadOnly"));

        ProblemDetails problem = await DemoCalls.ProblemAsync(
            await readOnly.Client.CorrectAsync("Not what I ordered.", "positive"), HttpStatusCode.ServiceUnavailable);
        Assert.StartsWith(
            "The correction wasn't stored: SQLite reports \"SQLite Error 8: 'attempt to write a readonly database'", problem.Detail, StringComparison.Ordinal);
        Assert.Equal(before, (await readOnly.ClassifyAsync("It broke.")).Correction);
        Assert.Equal([before], await readOnly.Client.CorrectionsAsync());
    }

    [Fact]
    public void ADatabaseThatIsNone_EndsTheStartWithItsName()
    {
        File.WriteAllText(_folder.DatabasePath, new string('x', 5_000));

        Exception problem = Assert.ThrowsAny<Exception>(() => DemoServer.Start(_folder));

        Assert.Contains($"the corrections in 'Data Source={_folder.DatabasePath}' can't be opened", problem.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
