using System.Numerics;

namespace MaxPoolConvNet.Networks;

/// <summary>The function of each kind of output.</summary>
internal static class OutputFunctions
{
    /// <summary>The lowest probability at which a label of a multi-label output is assumed to apply.</summary>
    public const double UsualThreshold = 0.5;

    public static IOutputFunction<T> Of<T>(OutputKind kind)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => kind switch
    {
        OutputKind.Logistic => LogisticOutputFunction<T>.Instance,
        OutputKind.Softmax => SoftmaxOutputFunction<T>.Instance,
        OutputKind.MultiLabel => MultiLabelOutputFunction<T>.Instance,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "there is no such output"),
    };

    /// <summary>The default kind for this number of mutually exclusive classes: logistic for two, softmax for more.</summary>
    public static OutputKind KindFor(int classes, bool severalLabels) =>
        severalLabels ? OutputKind.MultiLabel : classes == 2 ? OutputKind.Logistic : OutputKind.Softmax;

    /// <summary>Returns the target if the output accepts it.</summary>
    /// <exception cref="ArgumentException">The target is a set of labels, but the output expects one class.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The output has no such class.</exception>
    public static Target Known<T>(this IOutputFunction<T> function, Target target, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (target.IsSet && !function.HasSeveralLabels)
        {
            throw new ArgumentException(
                $"the target is {target}; a {function.Kind.ToString().ToLowerInvariant()} output expects one class, "
                + $"made by {nameof(Target)}.{nameof(Target.OfClass)}",
                nameof(target));
        }

        foreach (int classIndex in target.Classes)
        {
            if (classIndex >= classes)
                throw new ArgumentOutOfRangeException(
                    nameof(target), classIndex, $"the target is {target}; the output knows the classes 0 to {classes - 1}");
        }

        return target;
    }

    /// <summary>Orders a text's classes like their probabilities, but without ties among those that round to 1.</summary>
    public static double Score<T>(this IOutputFunction<T> function, ReadOnlySpan<T> logits, int classIndex)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (int row, int sign) = function.LogitOf(classIndex);
        return sign * double.CreateChecked(logits[row]);
    }
}
