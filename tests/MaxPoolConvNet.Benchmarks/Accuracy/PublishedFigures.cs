namespace MaxPoolConvNet.Benchmarks.Accuracy;

/// <summary>Figures that others published, for orientation: on their own folds and with their own tokens.</summary>
internal static class PublishedFigures
{
    public static IReadOnlyList<PublishedRow> All { get; } =
    [
        new("CNN-rand, no vectors", "Kim 2014") { ["mr"] = "76.1", ["sst-1"] = "45.0", ["sst-2"] = "82.7", ["trec"] = "91.2" },
        new("CNN-rand in Torch, no vectors", "harvardnlp/sent-conv-torch")
        {
            ["mr"] = "75.9", ["sst-1"] = "42.2", ["sst-2"] = "83.5", ["trec"] = "88.2",
        },
        new("CNN-static, word2vec 300-d", "Kim 2014") { ["mr"] = "81.0", ["sst-1"] = "45.5", ["sst-2"] = "86.8", ["trec"] = "92.8" },
        new("CNN-non-static, word2vec 300-d", "Kim 2014") { ["mr"] = "81.5", ["sst-1"] = "48.0", ["sst-2"] = "87.2", ["trec"] = "93.6" },
        new("CNN-multichannel, word2vec 300-d", "Kim 2014") { ["mr"] = "81.1", ["sst-1"] = "47.4", ["sst-2"] = "88.1", ["trec"] = "92.2" },
        new("NBSVM, bigrams", "Wang & Manning 2012") { ["mr"] = "79.4", ["imdb"] = "91.22" },
        new("NBSVM, trigrams", "Mesnil et al. 2014") { ["imdb"] = "91.82" },
        new("seq-CNN, one-hot", "Johnson & Zhang 2015") { ["imdb"] = "91.61" },
        new("seq2-bown-CNN", "Johnson & Zhang 2015") { ["imdb"] = "92.33" },
    ];
}
