using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>What a request may have, and how many may come: the section <c>Limits</c>.</summary>
internal sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>The most characters of a text. The default is 50,000. From 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int TextCharacters { get; set; } = 50_000;

    /// <summary>The most characters of a new label. The default is 60. From 1 to 1,000.</summary>
    [Range(1, 1_000)]
    public int LabelCharacters { get; set; } = 60;

    /// <summary>The most labels that corrections may add. The default is 20. From 0 to 1,000.</summary>
    [Range(0, 1_000)]
    public int NewLabels { get; set; } = 20;

    /// <summary>The most texts of one request. The default is 1,000. From 1 to 100,000.</summary>
    [Range(1, 100_000)]
    public int Texts { get; set; } = 1_000;

    /// <summary>The most bytes of a request's JSON. The default is 1,048,576. From 1,000 to 100,000,000.</summary>
    [Range(1_000, 100_000_000)]
    public int RequestBytes { get; set; } = 1 << 20;

    /// <summary>The most bytes of a file. The default is 4,194,304. From 1,000 to 100,000,000.</summary>
    [Range(1_000, 100_000_000)]
    public int FileBytes { get; set; } = 4 << 20;

    /// <summary>The most texts of a file. The default is 10,000. From 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int FileTexts { get; set; } = 10_000;

    /// <summary>The most requests of one address in a <see cref="Window"/>. The default is 300. From 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int Requests { get; set; } = 300;

    /// <summary>The time in which requests are counted. The default is 10 seconds. From 1 second to an hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Window { get; set; } = TimeSpan.FromSeconds(10);
}
