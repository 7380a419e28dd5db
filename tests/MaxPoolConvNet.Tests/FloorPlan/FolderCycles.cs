namespace MaxPoolConvNet.Tests.FloorPlan;

/// <summary>No folder knows, directly or by others, one that knows it.</summary>
internal static class FolderCycles
{
    public static IEnumerable<string> Violations(SourceModel sources)
    {
        ILookup<string, string> known = sources.Arrows
            .Where(arrow => arrow.ToFolder != arrow.Folder)
            .ToLookup(arrow => arrow.Folder, arrow => arrow.ToFolder);
        Dictionary<string, HashSet<string>> reached = known.ToDictionary(folder => folder.Key, folder => Reached(folder.Key, known));
        return reached
            .Select(folder => folder.Value.Where(other => reached.TryGetValue(other, out var back) && back.Contains(folder.Key)))
            .Select(circle => string.Join(", ", circle.Order(StringComparer.Ordinal)))
            .Where(circle => circle.Length > 0)
            .Distinct()
            .Select(circle => $"{circle} know each other in a circle");
    }

    private static HashSet<string> Reached(string start, ILookup<string, string> known)
    {
        var reached = new HashSet<string>();
        var waiting = new Stack<string>(known[start]);
        while (waiting.TryPop(out string? folder))
        {
            if (!reached.Add(folder)) continue;
            foreach (string next in known[folder])
                waiting.Push(next);
        }

        return reached;
    }
}
