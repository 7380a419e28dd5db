using System.Numerics;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>Class weights: multiplies the gradient of a text by the weight of its label.</summary>
/// <remarks>
/// The weights multiply the errors, which all gradients are proportional to. With several labels per text, the weight of label c multiplies
/// the term log o_c of a text that has it.
/// </remarks>
internal sealed class ErrorWeights
{
    private readonly float[] _weights;

    private ErrorWeights(float[] weights) => _weights = weights;

    /// <summary>Returns the weights of all classes, or null if none are given.</summary>
    /// <exception cref="ArgumentException">A weight is given for an unknown label.</exception>
    public static ErrorWeights? Of(IReadOnlyDictionary<string, double> weights, LabelSet labels)
    {
        if (weights.Count == 0) return null;
        float[] ofClasses = new float[labels.Labels.Length];
        Array.Fill(ofClasses, 1);
        foreach ((string label, double weight) in weights.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            int index = labels.Find(label) ?? throw new ArgumentException(
                $"{nameof(TrainingOptions.ClassWeights)} has the label '{label}', which no text has; "
                + $"the texts have {LabelList.Quoted(labels.Labels)}",
                nameof(weights));
            ofClasses[index] = (float)weight;
        }

        return new ErrorWeights(ofClasses);
    }

    /// <summary>The weight of a class.</summary>
    public float Of(int classIndex) => _weights[classIndex];

    /// <summary>Multiplies a text's errors y − o.</summary>
    public void Apply<T>(Target target, Span<T> errors)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (target.IsSet)
        {
            foreach (int label in target.Classes)
                errors[label] *= T.CreateTruncating(_weights[label]);
            return;
        }

        foreach (ref T error in errors)
            error *= T.CreateTruncating(_weights[target.Class]);
    }
}
