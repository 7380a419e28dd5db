using OxyPlot;

namespace MaxPoolConvNet.Tool.Report.Html;

/// <summary>An entry of a plot's legend.</summary>
/// <param name="Color">The color.</param>
/// <param name="IsDashed">Whether the line is dashed.</param>
/// <param name="Content">Its text, as strings and elements.</param>
internal sealed record LegendEntry(OxyColor Color, bool IsDashed, params object[] Content);
