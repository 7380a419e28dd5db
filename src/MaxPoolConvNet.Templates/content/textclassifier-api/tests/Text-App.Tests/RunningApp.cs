using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Text_App.Tests;

/// <summary>The app with a model file of its own.</summary>
public sealed class RunningApp : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public string Model => Path.Combine(_folder.FullName, "model.safetensors");

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseSetting("Classifier:Path", Model);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) _folder.Delete(recursive: true);
    }
}
