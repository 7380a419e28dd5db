using System.Globalization;
using System.IO.Compression;
using System.Security;

namespace MaxPoolConvNet.Tool.Tests;

/// <summary>A small workbook of Excel (.xlsx), with shared strings, numbers, days and truth values.</summary>
internal static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";

    /// <summary>Writes sheets of rows; a row that is null isn't in the file, as blank ones aren't in Excel's.</summary>
    public static byte[] Of(params (string Name, object?[]?[] Rows)[] sheets)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
        {
            List<string> strings = [];
            string[] contents = [.. sheets.Select(sheet => SheetOf(sheet.Rows, strings))];
            Add(zip, "[Content_Types].xml", $"<Types xmlns='{Package}content-types'><Default Extension='xml' ContentType='application/xml'/></Types>");
            Add(zip, "_rels/.rels", $"<Relationships xmlns='{Package}relationships'>{Relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>");
            Add(zip, "xl/workbook.xml", $"<workbook xmlns='{Main}' xmlns:r='{Relations}'><sheets>{Each(sheets, (sheet, number) => $"<sheet name='{SecurityElement.Escape(sheet.Name)}' sheetId='{number}' r:id='rId{number}'/>")}</sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns='{Package}relationships'>{Each(sheets, (_, number) => Relation($"rId{number}", "worksheet", $"worksheets/sheet{number}.xml"))}{Relation("rIdS", "sharedStrings", "sharedStrings.xml")}{Relation("rIdT", "styles", "styles.xml")}</Relationships>");
            Add(zip, "xl/styles.xml", $"<styleSheet xmlns='{Main}'><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>");
            Add(zip, "xl/sharedStrings.xml", $"<sst xmlns='{Main}'>{Each(strings, (text, _) => $"<si><t xml:space='preserve'>{SecurityElement.Escape(text)}</t></si>")}</sst>");
            for (int sheet = 1; sheet <= sheets.Length; sheet++)
                Add(zip, $"xl/worksheets/sheet{sheet}.xml", contents[sheet - 1]);
        }

        return file.ToArray();
    }

    /// <summary>Replaces a text in the first sheet of a workbook.</summary>
    public static byte[] Forged(byte[] workbook, string replaced, string by)
    {
        using var file = new MemoryStream();
        file.Write(workbook);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            ZipArchiveEntry sheet = zip.GetEntry("xl/worksheets/sheet1.xml")!;
            string content;
            using (var reader = new StreamReader(sheet.Open())) content = reader.ReadToEnd();
            if (!content.Contains(replaced, StringComparison.Ordinal)) throw new ArgumentException($"the sheet has no {replaced}", nameof(replaced));
            sheet.Delete();
            Add(zip, sheet.FullName, content.Replace(replaced, by, StringComparison.Ordinal));
        }

        return file.ToArray();
    }

    private static string SheetOf(object?[]?[] rows, List<string> strings) =>
        $"<worksheet xmlns='{Main}'><sheetData>{Each(rows, (row, number) => row is null ? "" : $"<row r='{number}'>{Each(row, (value, column) => CellOf(value, $"{(char)('A' + column - 1)}{number}", strings))}</row>")}</sheetData></worksheet>";

    private static string CellOf(object? value, string place, List<string> strings)
    {
        switch (value)
        {
            case null:
                return "";
            case string text:
                strings.Add(text);
                return $"<c r='{place}' t='s'><v>{strings.Count - 1}</v></c>";
            case bool truth:
                return $"<c r='{place}' t='b'><v>{(truth ? 1 : 0)}</v></c>";
            case DateTime day:
                return $"<c r='{place}' s='1'><v>{day.ToOADate().ToString("R", CultureInfo.InvariantCulture)}</v></c>";
            default:
                return $"<c r='{place}'><v>{Convert.ToString(value, CultureInfo.InvariantCulture)}</v></c>";
        }
    }

    private static string Relation(string id, string kind, string target) => $"<Relationship Id='{id}' Type='{Relations}/{kind}' Target='{target}'/>";

    private static string Each<T>(IEnumerable<T> items, Func<T, int, string> write) => string.Concat(items.Select((item, at) => write(item, at + 1)));

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(content);
    }
}
