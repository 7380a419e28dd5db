using System.Globalization;
using System.Net;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>Writes an HTML page of explanations: the library's page for one text, a list for several.</summary>
internal sealed class ExplanationPage : IDisposable
{
    private const string Begin = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n"
        + "<title>Explanations</title>\n</head>\n<body>\n";

    private const string End = "</body>\n</html>\n";

    private readonly StreamWriter _file;
    private Explanation? _first;
    private int _count;

    /// <param name="stream">The stream to write to; it is left open.</param>
    public ExplanationPage(Stream stream) => _file = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };

    public void Add(Explanation explanation)
    {
        if (_count++ == 0)
        {
            _first = explanation;
            return;
        }

        if (_first is not null)
        {
            _file.Write(Begin);
            Write(_first);
            _first = null;
        }

        Write(explanation);
    }

    public void Dispose()
    {
        if (_first is not null)
        {
            _file.Write(_first.ToHtml());
        }
        else
        {
            _file.Write(_count == 0 ? Begin + End : End);
        }

        _file.Dispose();
    }

    private void Write(Explanation explanation)
    {
        string probability = explanation.Probability.ToString("P1", CultureInfo.InvariantCulture);
        string label = WebUtility.HtmlEncode(CleanText.ForPage(explanation.Label));
        _file.Write($"<p><b>{label}</b> ({probability}): {explanation.ToHtmlFragment()}</p>\n");
    }
}
