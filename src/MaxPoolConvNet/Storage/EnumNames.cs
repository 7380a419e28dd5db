namespace MaxPoolConvNet.Storage;

/// <summary>Parses names of enumeration values in a file: exactly as written in the code, and never numbers.</summary>
internal static class EnumNames
{
    /// <param name="name">The name in the file.</param>
    /// <param name="what">The beginning of an error, such as "'unknownWords' is".</param>
    /// <exception cref="InvalidDataException">The enumeration has no such value.</exception>
    public static T Parse<T>(string name, string what)
        where T : struct, Enum => Enum.GetNames<T>().Contains(name)
            ? Enum.Parse<T>(name)
            : throw new InvalidDataException($"{what} '{name}'; one of {string.Join(", ", Enum.GetNames<T>())} was expected");
}
