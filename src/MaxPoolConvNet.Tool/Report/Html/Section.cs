namespace MaxPoolConvNet.Tool.Report.Html;

/// <summary>A section of the page.</summary>
/// <param name="Id">The id for links.</param>
/// <param name="Title">The heading.</param>
/// <param name="Content">Elements; nulls are ignored.</param>
internal sealed record Section(string Id, string Title, params object?[] Content)
{
    /// <summary>A section about held-out texts when there are none.</summary>
    public static Section WithoutHeldOut(string id, string title) =>
        new(id, title, PageMarkup.Missing("Not available: no texts were held out (--hold-out 0)."));
}
