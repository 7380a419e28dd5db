namespace MaxPoolConvNet.Tool.Report.Html;

/// <summary>A section of the page.</summary>
/// <param name="Id">Its name in links.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Content">Elements and null.</param>
internal sealed record Section(string Id, string Title, params object?[] Content)
{
    /// <summary>A section about held-out texts where there are none.</summary>
    public static Section WithoutHeldOut(string id, string title) =>
        new(id, title, PageMarkup.Missing("Not there: no texts were held out to test on (--hold-out 0)."));
}
