using System.Text.RegularExpressions;

namespace MaxPoolConvNet.Tool.Tests;

/// <summary>The tool's folders are rooms in a row: each knows those before it, none of those behind it.</summary>
public class FloorPlanTests
{
    private static readonly string[] _rooms = ["Files", "Terminal", "Switches", "Tuning", "Progress", "Report", "Commands"];

    [Fact]
    public void EveryFolder_IsARoom() => Assert.Equal(_rooms.Order(), Files().Select(file => file.Folder).Distinct().Order());

    [Fact]
    public void EveryFile_HasTheNamespaceOfItsFolder() =>
        Assert.All(Files(), file => Assert.Equal([file.Folder], Rooms("namespace", file.Content)));

    [Fact]
    public void EveryFile_KnowsTheRoomsBefore()
    {
        (string Name, string Folder, string Room)[] arrows =
        [
            .. from file in Files()
               from room in Rooms("using( static)?", file.Content)
               where room != file.Folder
               select (file.Name, file.Folder, room),
        ];

        Assert.Contains(arrows, arrow => arrow is { Folder: "Commands", Room: "Files" });
        Assert.DoesNotContain(arrows, arrow => Array.IndexOf(_rooms, arrow.Room) >= Array.IndexOf(_rooms, arrow.Folder));
    }

    private static IEnumerable<string> Rooms(string keyword, string content) =>
        Regex.Matches(content, $@"^{keyword} MaxPoolConvNet\.Tool\.(?<room>\w+)", RegexOptions.Multiline)
            .Select(match => match.Groups["room"].Value);

    /// <summary>The tool's source files except those outside of all folders, which may know everything.</summary>
    private static IEnumerable<SourceFile> Files() => SourceFile.Of("MaxPoolConvNet.Tool").Where(file => file.Folder.Length > 0);
}
