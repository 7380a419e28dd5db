using System.Collections.Immutable;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet;

/// <summary>The n-grams of texts that win, collected text by text.</summary>
internal sealed class TextNgrams
{
    private readonly Network<float> _network;
    private readonly IReadOnlyList<string> _words;
    private readonly ImmutableArray<string> _labels;
    private readonly NgramOptions _options;
    private readonly LabelOutput _output;
    private readonly WonNgrams _won;
    private readonly TopNgrams[] _ofFilters;
    private readonly float[] _responses;
    private int _texts;

    public TextNgrams(Network<float> network, IReadOnlyList<string> words, ImmutableArray<string> labels, NgramOptions options)
    {
        _network = network;
        _words = words;
        _labels = labels;
        _options = options;
        _output = new LabelOutput(network.Output);
        _won = new WonNgrams([.. Enumerable.Range(0, network.Features).Select(LargestWeight)]);
        _ofFilters = [.. Enumerable.Range(0, network.Features).Select(_ => new TopNgrams(options.PerFilter))];
        _responses = new float[network.Features];

        double LargestWeight(int feature) => Enumerable.Range(0, labels.Length).Max(label => Math.Abs(_output.Weight(label, feature)));
    }

    /// <summary>Adds the text that the scratch has encoded.</summary>
    public void Add(PredictionScratch scratch)
    {
        ReadOnlySpan<int> wordIds = scratch.Encoded.WordIds;
        scratch.Explaining.Pool(wordIds)[.._responses.Length].CopyTo(_responses);
        TextPass<float> pass = scratch.Explaining.Finish();
        foreach (WonWindow window in WonWindow.Of(_network, pass, wordIds))
        {
            ReadOnlySpan<int> words = wordIds[window.Words];
            if (words.IsEmpty) continue;
            foreach (int feature in window.Features)
                _ofFilters[feature].Offer(words, _responses[feature], pass.Pooled[feature]);
            _won.Add([window.Width, .. words], _texts, window.Features, pass.Pooled);
        }

        _texts++;
    }

    public NgramReport Report()
    {
        int[] widths = [.. _network.Tables.SelectMany(table => Enumerable.Repeat(table.Width, table.Filters))];
        KeyValuePair<int[], NgramWins>[] won = [.. _won.All];
        return new NgramReport(
            _texts,
            [.. _ofFilters.Select((top, j) => new FilterNgrams(j, widths[j], _output.Weights(j),
                [.. top.All.Select(one => new FilterNgram(Joined(one.WordIds), one.Pooled))]))],
            [.. _labels.Select((label, c) => new LabelNgrams(label, Strongest(c, won)))]);
    }

    private ImmutableArray<LabelNgram> Strongest(int label, KeyValuePair<int[], NgramWins>[] won) =>
    [
        .. won
            .Select(ngram => (Ngram: ngram, Sum: _output.Contribution(label, ngram.Value.Sums)))
            .Where(one => one.Sum > 0)
            .OrderByDescending(one => one.Sum / (one.Ngram.Value.Texts + NgramWins.Doubt))
            .Take(_options.PerLabel)
            .Select(one => new LabelNgram(
                Joined(one.Ngram.Key.AsSpan(1)), one.Ngram.Key[0], one.Sum / one.Ngram.Value.Texts, one.Ngram.Value.Texts)),
    ];

    private string Joined(ReadOnlySpan<int> wordIds) => string.Join(' ', wordIds.ToArray().Select(id => _words[id]));
}
