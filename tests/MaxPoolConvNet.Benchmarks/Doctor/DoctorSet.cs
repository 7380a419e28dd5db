using System.Globalization;
using MaxPoolConvNet.Benchmarks.Trust;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Doctor;

/// <summary>The texts of a set and what is counted in a report.</summary>
internal static class DoctorSet
{
    /// <summary>All texts of a set's training file.</summary>
    public static IReadOnlyList<LabeledText> Training(TrustSet set, string folder) =>
        (set with { Test = set.Test ?? set.Training }).Split(folder, 1).Training;

    /// <summary>The indices of the most suspicious texts.</summary>
    public static IEnumerable<int> MostSuspicious(LabelAuditReport report, int count) =>
        Enumerable.Range(0, report.TextCount).OrderByDescending(text => report.Suspicions[text]).Take(count);

    public static string Percent(double fraction) => (100 * fraction).ToString("F1", CultureInfo.InvariantCulture);
}
