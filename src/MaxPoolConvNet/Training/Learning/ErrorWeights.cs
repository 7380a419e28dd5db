using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>
/// Class weights: multiply the gradient of a text by its label's weight, by way of the errors, which every gradient is proportional to.
/// With several labels a text, each label's own term log o_c has its weight where the label applies.
/// </summary>
internal sealed class ErrorWeights
{
    private readonly float[] _weights;

    private ErrorWeights(float[] weights) => _weights = weights;

    /// <summary>The weights of all classes; null where none are given.</summary>
    /// <exception cref="ArgumentException">A weight is of a label that isn't known.</exception>
    public static ErrorWeights? Of(IReadOnlyDictionary<string, double> weights, LabelSet labels)
    {
        if (weights.Count == 0) return null;
        float[] ofClasses = new float[labels.Labels.Length];
        Array.Fill(ofClasses, 1);
        foreach ((string label, double weight) in weights.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            int index = labels.Find(label)
                ?? throw new ArgumentException($"{nameof(TrainingOptions.ClassWeights)} has the label '{label}', which no text has; the texts have {LabelList.Quoted(labels.Labels)}", nameof(weights));
            ofClasses[index] = (float)weight;
        }

        return new ErrorWeights(ofClasses);
    }

    /// <summary>Multiplies a text's errors y − o.</summary>
    public void Apply(Target target, Span<float> errors)
    {
        if (target.IsSet)
        {
            foreach (int label in target.Classes)
                errors[label] *= _weights[label];
            return;
        }

        foreach (ref float error in errors)
            error *= _weights[target.Class];
    }
}
