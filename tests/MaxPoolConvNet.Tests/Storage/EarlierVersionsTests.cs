namespace MaxPoolConvNet.Tests.Storage;

/// <summary>
/// Files of every format version that there has been, with what the classifiers that were saved said: whoever changes the format adds files of
/// the new version and leaves these as they are.
/// </summary>
public class EarlierVersionsTests
{
    [Theory]
    [InlineData("1-embedding-16-bits", "a superb film", "positive", 0.9996856330718001)]
    [InlineData("1-embedding-16-bits", "not good", "negative", 0.9912875654595674)]
    [InlineData("1-embedding-16-bits", "", "positive", 0.5519657314395948)]
    [InlineData("1-logistic", "a superb film", "positive", 0.9989291780078853)]
    [InlineData("1-logistic", "not good", "negative", 0.9876039039687178)]
    [InlineData("1-logistic", "", "positive", 0.7485199367688301)]
    [InlineData("1-multi-label", "a superb film", "cheap", 0.4809655489713597)]
    [InlineData("1-multi-label", "costs little", "cheap", 0.5463207695175823)]
    [InlineData("1-multi-label", "", "cheap", 0.487375372813637)]
    [InlineData("1-sub-words", "a superb film", "positive", 0.9365564933869793)]
    [InlineData("1-sub-words", "dreadfully", "negative", 0.8031816547193643)]
    [InlineData("1-sub-words", "", "positive", 0.6717161761548618)]
    public void Files_PredictAsTheyDid(string file, string text, string label, double probability)
    {
        Prediction prediction = TextClassifier.Load(Path.Combine(AppContext.BaseDirectory, "Storage", "Versions", file + ".safetensors")).Predict(text);
        Assert.Equal(label, prediction.Label);
        Assert.Equal(probability, prediction.Probability, 1e-6);
    }
}
