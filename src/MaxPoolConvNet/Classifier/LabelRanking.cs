namespace MaxPoolConvNet;

/// <summary>Keeps the k most probable of n labels, in O(n·log k) time.</summary>
/// <param name="most">The number of labels to keep. At least 1.</param>
internal sealed class LabelRanking(int most)
{
    // the least probable label first; of equally probable ones, the last
    private readonly PriorityQueue<int, (double Score, int Earliness)> _kept = new();

    /// <summary>Adds a label, if it is among the most probable ones.</summary>
    /// <param name="label">The label.</param>
    /// <param name="score">A score that orders labels as their probabilities do.</param>
    public void Add(int label, double score)
    {
        if (_kept.Count < most) _kept.Enqueue(label, (score, -label));
        else _kept.EnqueueDequeue(label, (score, -label));
    }

    /// <summary>Returns the kept labels, the most probable first (ties in label order), and empties the ranking.</summary>
    public int[] Take()
    {
        int[] labels = new int[_kept.Count];
        for (int place = labels.Length - 1; place >= 0; place--)
            labels[place] = _kept.Dequeue();
        return labels;
    }
}
