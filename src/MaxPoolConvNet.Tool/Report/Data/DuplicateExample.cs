using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Report.Data;

/// <summary>A held-out text, the most similar training text, and their similarity, from 0 to 1.</summary>
internal sealed record DuplicateExample(LabeledText HeldOut, LabeledText Training, double Similarity, bool IsExact)
{
    public bool LabelsAgree => HeldOut.Labels.ToHashSet(StringComparer.Ordinal).SetEquals(Training.Labels);
}
