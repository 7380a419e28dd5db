using System.Collections.Immutable;
using MaxPoolConvNet.Evaluation;
using Microsoft.Extensions.Options;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>Searches the starting texts for labels that are probably wrong: once, at the first request. Thread-safe.</summary>
internal sealed class SuspectSearch(
    StartingTexts starting,
    CorrectionStore corrections,
    HeavyWork work,
    IOptions<LearningOptions> options,
    IHostApplicationLifetime lifetime)
{
    private const int MostSuspects = 300;
    private const int MostShown = 50;

    private readonly Lock _beginning = new();
    private Task<IReadOnlyList<Suspect>>? _search;

    /// <summary>The suspects that nobody has checked yet; begins the search if it hasn't begun.</summary>
    /// <exception cref="Exception">The search failed. The next call begins another one.</exception>
    public async Task<SuspectList> FindAsync()
    {
        Task<IReadOnlyList<Suspect>> search;
        lock (_beginning)
        {
            search = _search ??= BeginAsync();
            if (search.IsFaulted) _search = null;
        }

        if (!search.IsCompleted) return new SuspectList(IsDone: false, []);
        CorrectionSet current = corrections.Current;
        return new SuspectList(IsDone: true, [.. (await search).Where(one => current.Of(one.Text) is null).Take(MostShown)]);
    }

    private Task<IReadOnlyList<Suspect>> BeginAsync() => work.RunAsync<IReadOnlyList<Suspect>>(
        () =>
        {
            var audit = new LabelAuditOptions { Threads = options.Value.Threads };
            LabelAuditReport report = LabelAudit.Run(starting.All, audit, null, lifetime.ApplicationStopping);
            return [.. report.Suspects.Take(MostSuspects).Select(SuspectOf)];
        },
        lifetime.ApplicationStopping);

    private static Suspect SuspectOf(LabelSuspect suspect)
    {
        ImmutableArray<EvidenceWord> words = suspect.Evidence.Words;
        double strongest = words.Select(word => Math.Abs(word.Weight)).DefaultIfEmpty().Max();
        return new Suspect(
            suspect.Text,
            suspect.GivenLabels[0],
            suspect.SuggestedLabels[0],
            suspect.Suspicion,
            strongest == 0
                ? []
                : [.. words.Select(word => new ShadedWord(word.Start, word.Length, Math.Round(word.Weight / strongest, 3)))]);
    }
}
