using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>What the app classifies and where it keeps its files: the section <c>Demo</c>.</summary>
internal sealed class DemoOptions
{
    public const string Section = "Demo";

    /// <summary>
    /// The folder of the model file and the corrections. The default is <c>MaxPoolConvNet.WebDemo</c> in the user's folder for application
    /// data, such as <c>~/.local/share</c>.
    /// </summary>
    public string Folder { get; set; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
        "MaxPoolConvNet.WebDemo");

    /// <summary>A file of labeled texts, one label per text. The default is none: the reviews inside the app.</summary>
    public string? Texts { get; set; }

    /// <summary>The connection string of the corrections. The default is none: <c>corrections.db</c> in <see cref="Folder"/>.</summary>
    public string? Database { get; set; }

    /// <summary>How long a correction waits for a locked database. The default is 2 seconds. From 1 second to a minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The largest fraction of the sure answers that may be wrong: one of the rates of <see cref="AcceptanceTable"/>. The default is 0.1.
    /// </summary>
    [AllowedValues(0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.15, 0.2)]
    public double MaximumErrorRate { get; set; } = 0.1;

    /// <summary>An answer for a text with a lower familiarity isn't sure. The default is 0.05. From 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double MinimumFamiliarity { get; set; } = 0.05;

    /// <summary>The model file.</summary>
    public string ModelPath => Path.GetFullPath(Path.Combine(Folder, "model.safetensors"));

    /// <summary>The connection string in use.</summary>
    public string ConnectionString => Database ?? $"Data Source={Path.GetFullPath(Path.Combine(Folder, "corrections.db"))}";
}
