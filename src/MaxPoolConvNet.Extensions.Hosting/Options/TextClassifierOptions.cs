namespace MaxPoolConvNet.Extensions.Hosting;

/// <summary>Where a service's text classifier is loaded from, and when it is replaced. Read and checked when the host starts.</summary>
/// <remarks>Everything but <see cref="LoadOptions"/> can be set in a configuration, such as appsettings.json.</remarks>
public sealed class TextClassifierOptions
{
    /// <summary>The path of the model file. Required. A relative path starts at the host's content root, or without a host at the current
    /// directory.</summary>
    public string Path { get; set; } = "";

    /// <summary>
    /// Whether the classifier is replaced when the file is. The default is <see langword="false"/>: it stays as it was at startup.
    /// </summary>
    /// <remarks>
    /// A new file is loaded once it has been the same for one <see cref="CheckInterval"/>. Links are followed, those of folders too, so
    /// that a volume or a ConfigMap whose link is exchanged counts as a new file. A file that can't be loaded changes nothing: the old
    /// classifier goes on serving, and <see cref="TextClassifierStatus.LastFailure"/> says why. During a reload, both are in memory.
    /// </remarks>
    public bool ReloadOnChange { get; set; }

    /// <summary>
    /// The time between two checks for a new file, which read its times and length but not its content. The default is 2 seconds. From 0.1
    /// seconds to a day.
    /// </summary>
    public TimeSpan CheckInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Whether a new model may lack a label of the current one. The default is <see langword="false"/>: such a file isn't taken, because
    /// callers may rely on the label.
    /// </summary>
    public bool AllowMissingLabels { get; set; }

    /// <summary>
    /// Whether a model is compiled and makes a first prediction before it serves, so that the first request is as fast as the others. The
    /// default is <see langword="true"/>.
    /// </summary>
    /// <remarks>See <see cref="TextClassifier.Compile"/> for the memory that a compiled classifier takes.</remarks>
    public bool WarmUp { get; set; } = true;

    /// <summary>
    /// The largest fraction of the accepted predictions that may be wrong. One of <see cref="AcceptanceTable.Rates"/>, such as 0.05. The
    /// default is <see langword="null"/>: there is no limit.
    /// </summary>
    /// <remarks>
    /// <see cref="TextClassifierSnapshot.Accepts"/> answers by it. Each model has its own threshold; a model that can't promise the rate
    /// isn't taken. See <see cref="TextClassifier.AcceptAt"/>.
    /// </remarks>
    public double? MaximumErrorRate { get; set; }

    /// <summary>
    /// What the model needs that its file doesn't contain: a custom tokenizer, word vectors. Set in code only. The default is
    /// <see langword="null"/>: nothing.
    /// </summary>
    public LoadOptions? LoadOptions { get; set; }

    /// <summary>The configuration section that the options were bound to, for errors; null if they were set in code alone.</summary>
    internal string? Section { get; set; }
}
