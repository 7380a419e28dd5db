namespace MaxPoolConvNet.English;

/// <summary>The words that get a vector.</summary>
/// <param name="Words">The words, the most frequent first.</param>
/// <param name="Texts">For each word, the text that is encoded: the word itself, or what it stands for.</param>
internal sealed record WordList(string[] Words, string[] Texts)
{
    public static WordList Read(string path)
    {
        string[][] lines = [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => line.Split('\t'))];
        return new WordList([.. lines.Select(line => line[0])], [.. lines.Select(line => line[^1])]);
    }
}
