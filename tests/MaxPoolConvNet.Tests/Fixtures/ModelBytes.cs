namespace MaxPoolConvNet.Tests;

/// <summary>The file of a classifier, to compare two bit by bit.</summary>
internal static class ModelBytes
{
    public static byte[] Of(TextClassifier classifier)
    {
        using var file = new MemoryStream();
        classifier.Save(file);
        return file.ToArray();
    }
}
