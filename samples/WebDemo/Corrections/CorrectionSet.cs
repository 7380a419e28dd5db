using System.Collections.Immutable;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>The corrections of one moment. Immutable.</summary>
internal sealed class CorrectionSet
{
    /// <summary>No corrections.</summary>
    public static readonly CorrectionSet Empty = new(ImmutableDictionary.Create<string, Correction>(StringComparer.Ordinal), [], 0);

    private readonly ImmutableDictionary<string, Correction> _ofText;
    private readonly ImmutableArray<long> _deletions; // their versions

    private CorrectionSet(ImmutableDictionary<string, Correction> ofText, ImmutableArray<long> deletions, long lastVersion) =>
        (_ofText, _deletions, LastVersion) = (ofText, deletions, lastVersion);

    /// <summary>The version of the last change: a correction or the deletion of one; 0 if there is none.</summary>
    public long LastVersion { get; }

    /// <summary>The number of corrected texts.</summary>
    public int Count => _ofText.Count;

    /// <summary>All corrections, the latest first.</summary>
    public IReadOnlyList<Correction> All => [.. _ofText.Values.OrderByDescending(one => one.Version)];

    /// <summary>The correction of a text; null if there is none.</summary>
    public Correction? Of(string text) => _ofText.GetValueOrDefault(text.Trim());

    /// <summary>The number of corrections after a version.</summary>
    public int CorrectionsSince(long version) => _ofText.Values.Count(one => one.Version > version);

    /// <summary>The number of deletions after a version.</summary>
    public int DeletionsSince(long version) => _deletions.Count(one => one > version);

    public CorrectionSet With(Correction correction) =>
        new(_ofText.SetItem(correction.Text, correction), _deletions, Math.Max(LastVersion, correction.Version));

    /// <param name="text">The text whose correction was deleted; null if it isn't known any more.</param>
    /// <param name="version">The version of the deletion.</param>
    public CorrectionSet Without(string? text, long version) =>
        new(text is null ? _ofText : _ofText.Remove(text), _deletions.Add(version), Math.Max(LastVersion, version));
}
