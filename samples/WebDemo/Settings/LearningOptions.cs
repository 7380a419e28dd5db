using System.ComponentModel.DataAnnotations;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>How the model learns from corrections: the section <c>Learning</c>.</summary>
internal sealed class LearningOptions
{
    public const string Section = "Learning";

    /// <summary>How long a training waits for further corrections. The default is 2 seconds. From 0 to an hour.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long it takes until a training that failed is tried again. The default is 30 seconds. From 1 second to a day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The fraction of the starting texts that compare models and train none. The default is 0.2. From 0.05 to 0.5.</summary>
    [Range(0.05, 0.5)]
    public double HeldOutFraction { get; set; } = 0.2;

    /// <summary>By how much the accuracy of a new model may be lower. The default is 0.005. From 0 to 0.1.</summary>
    [Range(0.0, 0.1)]
    public double Margin { get; set; } = 0.005;

    /// <summary>The number of networks. The default is 1, which learns fastest. From 1 to 10.</summary>
    [Range(1, 10)]
    public int Networks { get; set; } = 1;

    /// <summary>The number of threads. The default is half of the processors, so that answers stay fast. From 1 to 1,024.</summary>
    [Range(1, 1_024)]
    public int Threads { get; set; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>The library's options for the model that learns from all texts.</summary>
    public TrainingOptions Training => new() { Networks = Networks, Threads = Threads, Acceptance = true };
}
