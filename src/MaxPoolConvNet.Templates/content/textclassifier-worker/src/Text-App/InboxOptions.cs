namespace Text_App;

/// <summary>The folders of the service, relative to the current directory, and how often it looks for files.</summary>
public sealed class InboxOptions
{
    /// <summary>The folder with new text files (*.txt).</summary>
    public string Folder { get; set; } = "inbox";

    /// <summary>The folder that gets a folder for each label.</summary>
    public string Sorted { get; set; } = "sorted";

    /// <summary>The time between two looks.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(1);
}
