using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Storage;

/// <summary>The error rates that a classifier can promise as JSON in the metadata.</summary>
internal static class StoredAcceptance
{
    private const string Decisions = "decisions";
    private const string Promises = "promises";
    private const string Rate = "rate";
    private const string Coverage = "coverage";
    private const string Minimums = "minimums";
    private const string Labels = "labels";

    public static string ToJson(ErrorPromises promises, LabelSet labels) => new JsonObject
    {
        [Decisions] = promises.DecisionCount,
        [Promises] = new JsonArray([.. promises.Promises.Select(promise => ToJson(promise, labels.SeveralPerText))]),
    }.ToJsonString();

    private static JsonObject ToJson(ErrorPromise promise, bool severalPerText)
    {
        var json = new JsonObject { [Rate] = promise.Rate, [Coverage] = promise.Coverage };
        int[] labels = [.. Enumerable.Range(0, promise.Minimums.Length).Where(label => double.IsFinite(promise.Minimums[label]))];
        json[Minimums] = new JsonArray([.. labels.Select(label => JsonValue.Create(promise.Minimums[label]))]);
        if (severalPerText) json[Labels] = new JsonArray([.. labels.Select(label => JsonValue.Create(label))]);
        return json;
    }

    /// <param name="json">The entry of the metadata.</param>
    /// <param name="labels">The labels of the classifier.</param>
    /// <exception cref="InvalidDataException">It isn't such a table.</exception>
    public static ErrorPromises Parse(string json, LabelSet labels)
    {
        JsonFields fields = JsonFields.Parse(json, ModelMetadata.Acceptance);
        int count = fields.Integer(Decisions);
        if (count < 0) throw Wrong(Decisions, count, "0 or more");
        var promises = ImmutableArray.CreateBuilder<ErrorPromise>();
        foreach (JsonFields one in fields.Objects(Promises))
        {
            ErrorPromise promise = Parse(one, labels);
            if (promises.Count > 0) CheckOrder(promises[^1], promise);
            promises.Add(promise);
        }

        return new ErrorPromises(promises.ToImmutable(), count);
    }

    private static ErrorPromise Parse(JsonFields fields, LabelSet labels)
    {
        double rate = fields.Number(Rate);
        if (!ErrorPromises.Rates.Contains(rate)) throw Wrong(Rate, rate, "one of the rates that the library has");
        double coverage = fields.Number(Coverage);
        if (coverage is not (>= 0 and <= 1)) throw Wrong(Coverage, coverage, "a number from 0 to 1");
        ImmutableArray<double> minimums = fields.List<double>(Minimums);
        foreach (double minimum in minimums)
        {
            if (minimum is not (>= 0 and <= 1)) throw Wrong(Minimums, minimum, "a number from 0 to 1");
        }

        ImmutableArray<int> places = labels.SeveralPerText ? fields.List<int>(Labels) : [0];
        if (minimums.IsEmpty || minimums.Length != places.Length)
            throw Wrong(Minimums, minimums.Length, $"{places.Length} of them, at least one");
        double[] all = new double[labels.SeveralPerText ? labels.Labels.Length : 1];
        Array.Fill(all, double.PositiveInfinity);
        for (int p = 0; p < places.Length; p++)
        {
            if (places[p] < (p == 0 ? 0 : places[p - 1] + 1) || places[p] >= all.Length)
                throw Wrong(Labels, places[p], $"ascending numbers from 0 to {all.Length - 1}");
            all[places[p]] = minimums[p];
        }

        return new ErrorPromise(rate, [.. all], coverage);
    }

    /// <summary>Checks that rates ascend and that a larger rate accepts whatever a smaller one does.</summary>
    private static void CheckOrder(ErrorPromise before, ErrorPromise promise)
    {
        if (promise.Rate <= before.Rate) throw Wrong(Rate, promise.Rate, "one above the rate before it");
        for (int label = 0; label < promise.Minimums.Length; label++)
        {
            if (promise.Minimums[label] > before.Minimums[label])
                throw Wrong(Minimums, promise.Minimums[label], "one of at most that of the rate before it");
        }
    }

    private static InvalidDataException Wrong(string name, double value, string expected) => new(FormattableString.Invariant(
        $"'{ModelMetadata.Acceptance}' has the {name} {value}; {expected} was expected"));
}
