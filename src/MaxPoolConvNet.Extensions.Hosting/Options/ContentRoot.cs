using Microsoft.Extensions.Hosting;

namespace MaxPoolConvNet.Extensions.Hosting;

/// <summary>The folder at which relative paths start: the host's content root, or without a host the current directory.</summary>
internal sealed class ContentRoot(IHostEnvironment? environment)
{
    public string FullPath(string path) => Path.GetFullPath(path, environment?.ContentRootPath ?? Environment.CurrentDirectory);
}
