using System.Numerics;

namespace MaxPoolConvNet.Networks;

/// <summary>The function of each kind of output.</summary>
internal static class OutputFunctions
{
    /// <summary>The probability from which on a label of a multi-label output is taken to apply.</summary>
    public const double UsualThreshold = 0.5;

    public static IOutputFunction<T> Of<T>(OutputKind kind)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => kind switch
    {
        OutputKind.Logistic => LogisticOutputFunction<T>.Instance,
        OutputKind.Softmax => SoftmaxOutputFunction<T>.Instance,
        OutputKind.MultiLabel => MultiLabelOutputFunction<T>.Instance,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "there is no such output"),
    };

    /// <summary>The kind that suits this many classes: of labels that exclude each other a logistic output for two, a softmax for more.</summary>
    public static OutputKind KindFor(int classes, bool severalLabels) =>
        severalLabels ? OutputKind.MultiLabel : classes == 2 ? OutputKind.Logistic : OutputKind.Softmax;

    /// <summary>The target, once the output knows it.</summary>
    /// <exception cref="ArgumentException">It is a set of labels, and the output expects one class.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The output has no such class.</exception>
    public static Target Known<T>(this IOutputFunction<T> function, Target target, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (target.IsSet && !function.HasSeveralLabels)
        {
            throw new ArgumentException(
                $"the target is {target}; a {function.Kind.ToString().ToLowerInvariant()} output expects one class, made by {nameof(Target)}.{nameof(Target.OfClass)}",
                nameof(target));
        }

        foreach (int classIndex in target.Classes)
        {
            if (classIndex >= classes)
                throw new ArgumentOutOfRangeException(nameof(target), classIndex, $"the target is {target}; the output knows the classes 0 to {classes - 1}");
        }

        return target;
    }

    /// <summary>Orders the classes of a text as their probabilities do, without rounding many of them to 1.</summary>
    public static double Score<T>(this IOutputFunction<T> function, ReadOnlySpan<T> logits, int classIndex)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (int row, int sign) = function.LogitOf(classIndex);
        return sign * double.CreateChecked(logits[row]);
    }
}
