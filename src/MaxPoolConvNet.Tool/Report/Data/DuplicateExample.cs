using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Report.Data;

/// <summary>A held-out text, the text learned from that is most like it, and how like it is, up to 1.</summary>
internal sealed record DuplicateExample(LabeledText HeldOut, LabeledText Training, double Similarity, bool IsExact)
{
    public bool LabelsAgree => HeldOut.Labels.ToHashSet(StringComparer.Ordinal).SetEquals(Training.Labels);
}
