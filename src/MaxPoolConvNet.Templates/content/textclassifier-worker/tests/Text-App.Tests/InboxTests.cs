using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Text_App.Tests;

public sealed class InboxTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly ServiceProvider _services;

    public InboxTests()
    {
        Tickets.EnsureModel(PathOf("model.safetensors"));
        _services = new ServiceCollection()
            .AddLogging()
            .AddTextClassifier(options => options.Path = PathOf("model.safetensors"))
            .Configure<InboxOptions>(options => (options.Folder, options.Sorted) = (PathOf("inbox"), PathOf("sorted")))
            .AddSingleton<Inbox>()
            .BuildServiceProvider();
    }

    private Inbox Inbox => _services.GetRequiredService<Inbox>();

    public void Dispose()
    {
        _services.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Sort_MovesFilesToTheFolderOfTheirLabel()
    {
        Receive("1.txt", "You charged my card for an invoice that I already paid.");
        Receive("2.txt", "The courier lost my parcel, and tracking shows nothing.");
        Receive("3.txt", "xyzzy");
        Receive("notes.md", "Where is my parcel?");

        Assert.Equal(3, Inbox.Sort());
        Assert.Equal(0, Inbox.Sort());

        Assert.Equal(["billing/1.txt", "delivery/2.txt", "unsure/3.txt"], Files("sorted"));
        Assert.Equal(["notes.md"], Files("inbox"));
    }

    [Fact]
    public void Sort_ReplacesNoFile()
    {
        foreach (string text in new[] { "The courier lost my parcel.", "The courier lost my package." })
        {
            Receive("1.txt", text);
            Inbox.Sort();
        }

        Assert.Equal(["delivery/1-2.txt", "delivery/1.txt"], Files("sorted"));
        Assert.Equal("The courier lost my package.", File.ReadAllText(PathOf("sorted/delivery/1-2.txt")));
    }

    [Fact]
    public void Sort_OfNoFolder_CreatesIt()
    {
        Assert.Equal(0, Inbox.Sort());
        Assert.True(Directory.Exists(PathOf("inbox")));
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private void Receive(string name, string text)
    {
        Directory.CreateDirectory(PathOf("inbox"));
        File.WriteAllText(PathOf("inbox/" + name), text);
    }

    private string[] Files(string folder) =>
    [
        .. Directory.GetFiles(PathOf(folder), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(PathOf(folder), path).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];
}
