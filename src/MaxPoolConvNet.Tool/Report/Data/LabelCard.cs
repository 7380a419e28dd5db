using System.Collections.Immutable;

namespace MaxPoolConvNet.Tool.Report.Data;

/// <summary>A label and the n-grams shown for it, the strongest first.</summary>
internal sealed record LabelCard(string Label, ImmutableArray<ShownNgram> Ngrams);
