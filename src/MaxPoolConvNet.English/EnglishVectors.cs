using System.Reflection;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.English;

/// <summary>Word vectors of English, made once from two sentence encoders.</summary>
/// <remarks>
/// <para>
/// Give them to <see cref="MaxPoolConvNet.Networks.EmbeddingOptions.Vectors"/>, with
/// <see cref="MaxPoolConvNet.Networks.EmbeddingKind.Static"/>. They suit the words of a <see cref="WordTokenizer"/> in lower case, or of
/// texts that are split in that way.
/// </para>
/// <para>
/// Words that aren't listed are composed: "reviewer's" has the vector of "reviewer"; numbers that aren't listed have the vector of numbers
/// with as many digits; accents and capital letters are removed where only the plain word is listed; and other words are made of the
/// longest listed beginning and the usual change that each piece after it makes.
/// </para>
/// </remarks>
public static class EnglishVectors
{
    /// <summary>The name of the vectors that <see cref="Load"/> returns: "english".</summary>
    public const string Name = "english";

    private const string Resource = "english.vectors";

    /// <summary>Loads the vectors. Takes some tens of milliseconds; keep the result.</summary>
    /// <returns>The words, the most frequent first, their vectors, and the rules for other words. Thread-safe.</returns>
    public static WordVectors Load()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        return VectorFile.Read(stream).ToWordVectors(Name);
    }

    /// <summary>Loads vectors from a file of the program that makes these, such as vectors for another language.</summary>
    /// <param name="path">The path of the file.</param>
    /// <returns>The words, their vectors, and the rules for other words. Thread-safe.</returns>
    /// <exception cref="InvalidDataException">The file isn't one of that program, or is damaged.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static WordVectors LoadFrom(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        try
        {
            return VectorFile.Read(stream).ToWordVectors(Path.GetFileName(path));
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException or ArgumentException)
        {
            throw new InvalidDataException($"{path}: {problem.Message}", problem);
        }
    }
}
