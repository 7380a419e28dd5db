using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// The result of a gradient check by <see cref="GradientChecker"/>; <see cref="ToString"/> prints it. Immutable and thread-safe.
/// </summary>
[DebuggerDisplay("passed: {HasPassed}, {Blocks.Length} parameters")]
public sealed class GradientReport
{
    internal GradientReport(ImmutableArray<GradientBlockReport> blocks, DirectionReport direction, bool isDeterministic)
    {
        Blocks = blocks;
        Direction = direction;
        IsDeterministic = isDeterministic;
    }

    /// <summary>The comparisons entry by entry, one per parameter.</summary>
    public ImmutableArray<GradientBlockReport> Blocks { get; }

    /// <summary>The comparison of all parameters at once.</summary>
    public DirectionReport Direction { get; }

    /// <summary>Whether a second Forward and Backward gave the same bits as the first.</summary>
    /// <remarks>If not, the model is random, or Backward changes it.</remarks>
    public bool IsDeterministic { get; }

    /// <summary>Whether every gradient is correct and both runs agreed.</summary>
    public bool HasPassed => IsDeterministic && Direction.HasPassed && Blocks.All(block => block.HasPassed);

    /// <summary>The comparison for the parameter with this name.</summary>
    /// <param name="name">The name, such as "U".</param>
    /// <exception cref="KeyNotFoundException">There is no such parameter.</exception>
    public GradientBlockReport this[string name] =>
        Blocks.FirstOrDefault(block => block.Name == name) ?? throw new KeyNotFoundException($"no parameter {name} was checked");

    /// <summary>Returns the sums of squared differences ("V difference: …, U difference: …"), then one line per comparison.</summary>
    /// <returns>Several lines of text, the same in every culture.</returns>
    public override string ToString()
    {
        var text = new StringBuilder();
        IEnumerable<GradientBlockReport> outputFirst = Blocks.OrderByDescending(block => block.Name == "V");
        text.AppendJoin(", ", outputFirst.Select(block =>
            string.Create(CultureInfo.InvariantCulture, $"{block.Name} difference: {block.SumOfSquaredDifferences:G3}")));
        text.AppendLine();
        foreach (GradientBlockReport block in Blocks)
            text.AppendLine(block.ToString());
        text.AppendLine(Direction.ToString());
        text.AppendLine(IsDeterministic ? "two runs agreed" : "two runs DISAGREED: the model is random, or Backward changes it");
        text.Append(HasPassed ? "passed" : "FAILED");
        return text.ToString();
    }
}
