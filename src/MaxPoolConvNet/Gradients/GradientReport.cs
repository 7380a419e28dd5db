using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace MaxPoolConvNet.Networks;

/// <summary>What <see cref="GradientChecker"/> found. <see cref="ToString"/> prints it. Immutable and thread-safe.</summary>
[DebuggerDisplay("passed: {HasPassed}, {Blocks.Length} parameters")]
public sealed class GradientReport
{
    internal GradientReport(ImmutableArray<GradientBlockReport> blocks, DirectionReport direction, bool isDeterministic)
    {
        Blocks = blocks;
        Direction = direction;
        IsDeterministic = isDeterministic;
    }

    /// <summary>One for each parameter.</summary>
    public ImmutableArray<GradientBlockReport> Blocks { get; }

    /// <summary>All parameters at once.</summary>
    public DirectionReport Direction { get; }

    /// <summary>
    /// Whether a second Forward and Backward gave the same bits as the first. If not, the model is random, or Backward changes it.
    /// </summary>
    public bool IsDeterministic { get; }

    /// <summary>Whether every gradient is right, and two runs agreed.</summary>
    public bool HasPassed => IsDeterministic && Direction.HasPassed && Blocks.All(block => block.HasPassed);

    /// <summary>The report of the parameter of this name.</summary>
    /// <param name="name">Such as "U".</param>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public GradientBlockReport this[string name] =>
        Blocks.FirstOrDefault(block => block.Name == name) ?? throw new KeyNotFoundException($"no parameter {name} was checked");

    /// <summary>The sums of squared differences in the writeup's form ("V difference: …, U difference: …"), then a line a parameter.</summary>
    /// <returns>Several lines, invariant culture.</returns>
    public override string ToString()
    {
        var text = new StringBuilder();
        IEnumerable<GradientBlockReport> outputFirst = Blocks.OrderByDescending(block => block.Name == "V");
        text.AppendJoin(", ", outputFirst.Select(block => string.Create(CultureInfo.InvariantCulture, $"{block.Name} difference: {block.SumOfSquaredDifferences:G3}")));
        text.AppendLine();
        foreach (GradientBlockReport block in Blocks)
            text.AppendLine(block.ToString());
        text.AppendLine(Direction.ToString());
        text.AppendLine(IsDeterministic ? "two runs agreed" : "two runs DISAGREED: the model is random, or Backward changes it");
        text.Append(HasPassed ? "passed" : "FAILED");
        return text.ToString();
    }
}
