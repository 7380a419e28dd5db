using MaxPoolConvNet.Benchmarks.Accuracy.Baselines;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Accuracy;

/// <summary>The systems that are measured, in the order of the table.</summary>
internal static class AccuracyRows
{
    /// <param name="vectors">A file of word vectors; it is read once it is needed.</param>
    /// <param name="fastText">The fastText program.</param>
    /// <param name="python">A Python interpreter that has scikit-learn.</param>
    public static IReadOnlyList<IAccuracyRow> All(string vectors, string fastText, string python)
    {
        var read = new Lazy<WordVectors>(() => WordVectorFile.Read(vectors));
        return
        [
            new OwnRow("ours", "no vectors, default options", Configurations.Defaults),
            new OwnRow("ours-subwords", "no vectors, sub-words", Configurations.WithSubwords),
            new OwnRow("ours-vectors", $"{Path.GetFileName(vectors)}, static, beside one-hot filters", seed => Configurations.WithVectors(seed, read.Value)),
            new OwnRow("ours-english", "the vectors of MaxPoolConvNet.English", Configurations.WithEnglish),
            new OwnRow("ours-english-subwords", "the vectors of MaxPoolConvNet.English, sub-words", Configurations.WithEnglishAndSubwords),
            new FastTextRow(fastText),
            new LinearSvcRow(python),
            new EncoderRow(python),
            new MlNetSdcaRow(),
            new MlNetAveragedPerceptronRow(),
            new NbsvmRow(),
        ];
    }
}
