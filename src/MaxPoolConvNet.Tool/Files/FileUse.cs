namespace MaxPoolConvNet.Tool.Files;

/// <summary>A command's use of a file.</summary>
internal enum FileUse
{
    /// <summary>The command reads it.</summary>
    Input,

    /// <summary>The command writes it; an existing file is overwritten.</summary>
    Output,
}
