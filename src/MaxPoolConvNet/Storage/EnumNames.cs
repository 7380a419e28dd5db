namespace MaxPoolConvNet.Storage;

/// <summary>Names of an enumeration's values in a file: exactly as they are written in the code, and no numbers.</summary>
internal static class EnumNames
{
    /// <param name="name">What the file has.</param>
    /// <param name="what">What it is, at the beginning of an error: such as "'unknownWords'".</param>
    /// <exception cref="InvalidDataException">There is no such value.</exception>
    public static T Parse<T>(string name, string what)
        where T : struct, Enum => Enum.GetNames<T>().Contains(name)
            ? Enum.Parse<T>(name)
            : throw new InvalidDataException($"{what} '{name}'; one of {string.Join(", ", Enum.GetNames<T>())} was expected");
}
