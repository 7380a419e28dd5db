namespace MaxPoolConvNet.Tool.Files;

/// <summary>What a command does with a file that its arguments name.</summary>
internal enum FileUse
{
    /// <summary>It reads the file.</summary>
    Input,

    /// <summary>It writes the file and replaces one that is there.</summary>
    Output,
}
