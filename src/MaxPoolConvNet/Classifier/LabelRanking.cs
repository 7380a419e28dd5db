namespace MaxPoolConvNet;

/// <summary>Keeps the most probable of many labels, k of n in a time of n·log k.</summary>
/// <param name="most">How many it keeps; at least 1.</param>
internal sealed class LabelRanking(int most)
{
    // the least probable of them first, and of equal ones the last
    private readonly PriorityQueue<int, (double Score, int Earliness)> _kept = new();

    /// <summary>Counts a label in.</summary>
    /// <param name="label">The label.</param>
    /// <param name="score">What orders labels as their probabilities do.</param>
    public void Add(int label, double score)
    {
        if (_kept.Count < most) _kept.Enqueue(label, (score, -label));
        else _kept.EnqueueDequeue(label, (score, -label));
    }

    /// <summary>Those that it kept, the most probable first, of equal ones the first; it is empty afterwards.</summary>
    public int[] Take()
    {
        int[] labels = new int[_kept.Count];
        for (int place = labels.Length - 1; place >= 0; place--)
            labels[place] = _kept.Dequeue();
        return labels;
    }
}
