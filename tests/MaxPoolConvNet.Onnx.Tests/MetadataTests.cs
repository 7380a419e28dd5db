using System.Text.Json.Nodes;

namespace MaxPoolConvNet.Onnx.Tests;

/// <summary>What a model says about itself.</summary>
public sealed class MetadataTests
{
    [Fact]
    public void AModel_NamesLabelsTokenizerAndVersion()
    {
        TextClassifier classifier = Classifiers.Get("calibrated");
        using var session = new OnnxSession(classifier);
        Dictionary<string, string> metadata = session.Metadata.CustomMetadataMap;

        Assert.Equal(["negative", "positive"], JsonNode.Parse(metadata["labels"])!.AsArray().Select(label => (string?)label));
        Assert.Equal("""{"type":"WordTokenizer","rules":2,"lowerCase":true}""", metadata["tokenizer"]);
        Assert.Equal(classifier.Calibration!.Temperature, (double?)JsonNode.Parse(metadata["calibration"])!["temperature"]);
        Assert.Equal(("Logistic", "Tokens", "Skip"), (metadata["output"], metadata["input"], metadata["unknownWords"]));
        Assert.Equal(classifier.Checksum, metadata["checksum"]);
        Assert.StartsWith(typeof(TextClassifier).Assembly.GetName().Version!.ToString(3), metadata["version"], StringComparison.Ordinal);
        Assert.Equal("MaxPoolConvNet", session.Metadata.ProducerName);
    }

    [Fact]
    public void SubwordsAndSlopes_AreNamed()
    {
        using var subwords = new OnnxSession(Classifiers.Get("sub-words"));
        using var several = new OnnxSession(Classifiers.Get("several labels, calibrated"));
        JsonNode calibration = JsonNode.Parse(several.Metadata.CustomMetadataMap["calibration"])!;

        Assert.Equal("""{"type":"SubwordTokenizer","rules":2,"lowerCase":true,"length":4}""", subwords.Metadata.CustomMetadataMap["tokenizer"]);
        Assert.False(subwords.Metadata.CustomMetadataMap.ContainsKey("calibration"));
        Assert.Equal([3, 3], [calibration["slopes"]!.AsArray().Count, calibration["offsets"]!.AsArray().Count]);
    }

    [Fact]
    public void MetadataOfTheModelFile_IsKept()
    {
        using var memory = new MemoryStream();
        Classifiers.Get("one-hot").Save(memory, new SaveOptions { Metadata = new Dictionary<string, string> { ["source"] = "Größe" } });
        memory.Position = 0;
        using var session = new OnnxSession(TextClassifier.Load(memory));

        Assert.Equal("Größe", session.Metadata.CustomMetadataMap["user.source"]);
    }
}
