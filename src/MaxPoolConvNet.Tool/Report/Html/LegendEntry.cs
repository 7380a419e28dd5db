using OxyPlot;

namespace MaxPoolConvNet.Tool.Report.Html;

/// <summary>What a colour of a plot means.</summary>
/// <param name="Color">The colour.</param>
/// <param name="IsDashed">Whether it is that of a dashed line.</param>
/// <param name="Content">Strings and elements that say it.</param>
internal sealed record LegendEntry(OxyColor Color, bool IsDashed, params object[] Content);
