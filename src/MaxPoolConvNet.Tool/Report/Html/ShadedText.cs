using System.Xml.Linq;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Report.Html;

/// <summary>Shades the words of a text by their contribution; of a long text, only the start is shown.</summary>
internal static class ShadedText
{
    private const int MostCharacters = 1_500;

    public static XElement Of(Explanation explanation)
    {
        if (explanation.Text.Length == 0) return PageMarkup.Element("p", PageMarkup.Class("quiet"), "(empty text)");
        string markup = $"<div xmlns=\"{PageMarkup.Xhtml}\" class=\"text\">{explanation.ToHtmlFragment()}</div>";
        XElement fragment = XElement.Parse(markup, System.Xml.Linq.LoadOptions.PreserveWhitespace);
        Shorten(fragment.Elements().Single());
        return fragment;
    }

    private static void Shorten(XElement text)
    {
        int characters = 0;
        foreach (XNode node in text.Nodes().ToArray())
        {
            if (characters >= MostCharacters)
            {
                node.Remove();
                continue;
            }

            int length = node is XElement word ? word.Value.Length : ((XText)node).Value.Length;
            if (node is XText plain) plain.Value = CleanText.Beginning(plain.Value, MostCharacters - characters);
            characters += length;
        }

        if (characters >= MostCharacters) text.Add(" …");
    }
}
