using System.Collections.Immutable;

namespace MaxPoolConvNet.Tests.FloorPlan;

/// <summary>A folder knows those before it in the list, never those behind it: the arrows run one way.</summary>
internal static class FolderOrder
{
    /// <summary>From the base to what a user meets first; folders of one line may know each other.</summary>
    private static readonly ImmutableArray<string[]> _floors =
    [
        ["Checks", "Randomness", "Threading", "Ranks", "Files"],
        ["Kernels"],
        ["Text"],
        ["Layers"],
        ["Networks"],
        ["Gradients"],
        ["Compiled"],
        ["Training"],
        ["Evaluation"],
        ["Storage"],
        ["Explanations"],
        ["Classifier"],
        ["Audit"],
    ];

    public static IEnumerable<string> Violations(SourceModel sources) =>
    [
        .. sources.Files.Where(file => FloorOf(file.Folder) < 0).Select(file => $"{file.Path} is in no folder of the floor plan"),
        .. sources.Arrows.Where(arrow => FloorOf(arrow.ToFolder) > FloorOf(arrow.Folder)).Select(arrow => arrow.ToString()).Distinct(),
    ];

    private static int FloorOf(string folder)
    {
        for (int floor = 0; floor < _floors.Length; floor++)
        {
            if (_floors[floor].Contains(folder)) return floor;
        }

        return -1;
    }
}
