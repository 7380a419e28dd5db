namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>What the learner is doing.</summary>
internal enum LearningActivity
{
    /// <summary>It has learned all corrections, or has tried to.</summary>
    Idle,

    /// <summary>It waits for further corrections.</summary>
    Waiting,

    /// <summary>It trains a new model.</summary>
    Training,

    /// <summary>It compares the new model with the one in service.</summary>
    Comparing,
}
