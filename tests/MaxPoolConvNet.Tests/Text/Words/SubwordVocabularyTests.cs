using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>Which sub-words a vocabulary includes.</summary>
public class SubwordVocabularyTests
{
    private static readonly SubwordTokenizer _tokenizer = new();

    [Fact]
    public void Build_IncludesTheSubwordsOfSeveralWords_ThoseOfTheMostFirst()
    {
        // ing> is part of four words, <bak and ting of three, however often bake occurs
        string[] words = ["eating", "baking", "sitting", "acting", "bake", "baker"];

        Vocabulary vocabulary = Vocabulary.Build([string.Join(' ', words), "bake bake bake bake"], _tokenizer);

        // 6 words, so 1.8 sub-words, rounded up; of two in the same number of words the first in ordinal order
        Assert.Equal(["~<bak", "~ing>"], vocabulary.Words.Where(word => word[0] == '~').Order(StringComparer.Ordinal));
        Assert.Equal(words.Order(StringComparer.Ordinal), vocabulary.Words.Where(word => word[0] != '~').Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Build_LeavesOutTheSubwordsOfTwoWords()
    {
        Vocabulary vocabulary = Vocabulary.Build(["played plays other words than these two still"], _tokenizer);

        Assert.DoesNotContain(vocabulary.Words, word => word[0] == '~');
    }

    [Fact]
    public void Build_IncludesAtMostThreeSubwordsForTenWords()
    {
        // all words share five sub-words
        string text = string.Join(' ', Enumerable.Range(0, 9).Select(letter => $"{(char)('a' + letter)}nations"));

        Assert.Equal(["~atio", "~ions", "~nati"], Vocabulary.Build([text], _tokenizer).Words.Where(word => word[0] == '~'));
    }

    [Fact]
    public void Build_CountsWordsAlone_WhereItDecidesWhatIsRare()
    {
        // 29,000 words and tens of thousands of sub-words
        string[] texts = [.. Enumerable.Range(0, 29_000).Select(word => $"{word:x5}{word * 7 % 9973:x5}")];

        Vocabulary vocabulary = Vocabulary.Build(texts, _tokenizer);

        Assert.Equal(29_000, vocabulary.Words.Count(word => word[0] != '~'));
        Assert.Equal(8_700, vocabulary.Words.Count(word => word[0] == '~'));
    }

    [Fact]
    public void Build_LeavesOutRareSubwordsAsRareWords()
    {
        var options = new VocabularyOptions { MinimumCount = 4 };
        Assert.Equal(["~ing>", "going"], Vocabulary.Build(["going going going going eating baking"], _tokenizer, options).Words.Where(word => word is "going" or "~ing>"));
    }

    [Fact]
    public void AKnownWordWhoseSubwordsAreLeftOut_IsKnownAsAWhole()
    {
        TrainingOptions options = TrainingCalls.Small with { Tokenizer = _tokenizer };
        TextClassifier classifier = TrainingCalls.Train(ToyTexts.Separable(60), options).Classifier;
        string word = classifier.Vocabulary.Words.First(word => word[0] != '~' && word.Length > 4);

        Prediction known = classifier.Predict(word);
        Prediction unknown = classifier.Predict(word + " qqqqqqq");

        Assert.Equal(known.WordCount, known.KnownWordCount);
        Assert.Equal((known.KnownWordCount, known.WordCount + 1), (unknown.KnownWordCount, unknown.WordCount));
        Assert.Equal((unknown.KnownWordCount, unknown.WordCount), (classifier.Explain(word + " qqqqqqq").KnownWordCount, classifier.Explain(word + " qqqqqqq").WordCount));
    }
}
