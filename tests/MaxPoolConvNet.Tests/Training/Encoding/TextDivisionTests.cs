using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests.Training.Encoding;

/// <summary>Texts that several ranks and threads read have the words and ids that one thread finds.</summary>
public class TextDivisionTests
{
    // three blocks and a part of one; a word that isn't Unicode, texts without words, words known by no other text
    private static readonly LabeledText[] _texts =
    [
        .. Enumerable.Range(0, (3 * TextDivision.TextsPerBlock) + 100).Select(t => new LabeledText(
            t % 2 == 0 ? "even" : "odd", t % 50 == 7 ? "" : $"word{t % 13} word{t % 7} word{t % 101} \ud800x rare{t}")),
    ];

    private static readonly LabelSet _labels = new(["even", "odd"]);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Words_AreThoseOfOneThread(int ranks)
    {
        var options = new VocabularyOptions { MinimumCount = 2 };
        var expected = Vocabulary.Build(_texts.Select(text => text.Text), WhitespaceTokenizer.Default, options);

        Vocabulary[] found = ThreadRanks.Run(ranks, rank => Vocabulary.Of(
            new TextDivision(rank, threads: 2).Count(_texts, WhitespaceTokenizer.Default), WhitespaceTokenizer.Default, options, out _));

        Assert.Contains("\ud800x", expected.Words);
        Assert.All(found, vocabulary => Assert.Equal(expected.Words, vocabulary.Words));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Ids_AreThoseOfOneThread(int ranks)
    {
        var vocabulary = Vocabulary.Build(_texts.Select(text => text.Text), WhitespaceTokenizer.Default, new VocabularyOptions { MinimumCount = 2 });
        var encoder = new TextEncoder(WhitespaceTokenizer.Default, vocabulary);

        EncodedTexts[] all = ThreadRanks.Run(ranks, rank => new EncodedTexts(_texts, encoder, _labels, "training", division: new TextDivision(rank, threads: 2)));

        foreach (EncodedTexts encoded in all)
        {
            Assert.Equal(_texts.Length, encoded.Count);
            Assert.Equal(_texts.Count(text => text.Text.Length == 0), encoded.WithoutWords);
            Assert.Equal(4L * _texts.Count(text => text.Text.Length > 0), encoded.WordCount);
            for (int t = 0; t < _texts.Length; t++)
            {
                int[] expected = [.. _texts[t].Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => vocabulary.GetId(word)).Where(id => id >= 0)];
                Assert.Equal(expected, encoded.WordIds(t));
                Assert.Equal(t % 2, encoded.Target(t).Class);
            }
        }
    }

    [Fact]
    public void ATextThatARankHasOtherwise_IsAnErrorAtEachRank()
    {
        LabeledText[] other = [.. _texts];
        other[2_000] = new LabeledText("even", other[2_000].Text + " ");

        string[] messages = ThreadRanks.Run(2, rank => Assert.Throws<ArgumentException>(
            () => new TextDivision(rank, threads: 2).Count(rank.Rank == 0 ? _texts : other, WhitespaceTokenizer.Default)).Message);

        Assert.All(messages, message => Assert.Matches("^rank 1 trains with 3172 texts [0-9a-f]{16}, rank 0 with 3172 texts [0-9a-f]{16}; all ranks ", message));
    }

    [Fact]
    public void AnotherTokenizerAtARank_IsAnErrorAtEachRank()
    {
        string[] messages = ThreadRanks.Run(2, rank => Assert.Throws<ArgumentException>(() => new TextDivision(rank, threads: 2).Count(
            _texts, rank.Rank == 0 ? WhitespaceTokenizer.Default : new SubwordTokenizer())).Message);

        Assert.All(messages, message => Assert.StartsWith("rank 1 trains with words ", message, StringComparison.Ordinal));
    }

    [Fact]
    public void SeveralThreads_CountWhatOneCounts()
    {
        WordCounts one = new TextDivision(ranks: null, threads: 1).Count(_texts, WhitespaceTokenizer.Default);
        WordCounts several = new TextDivision(ranks: null, threads: 3).Count(_texts, WhitespaceTokenizer.Default);

        Assert.Equal(one.MostFrequent(1, null), several.MostFrequent(1, null));
        Assert.Equal(one.MostFrequent(7, null), several.MostFrequent(7, null));
    }

    [Fact]
    public void FewerTextsThanABlock_AreDividedToo()
    {
        LabeledText[] few = _texts[..5];
        WordCounts[] counts = ThreadRanks.Run(2, rank => new TextDivision(rank, threads: 1).Count(few, WhitespaceTokenizer.Default));
        Assert.All(counts, all => Assert.Equal(new TextDivision(null, 1).Count(few, WhitespaceTokenizer.Default).MostFrequent(1, null), all.MostFrequent(1, null)));
    }
}
