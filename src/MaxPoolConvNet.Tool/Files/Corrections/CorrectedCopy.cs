using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>Writes labeled texts with corrected labels: the file as it is but for the labels, or labels and texts alone.</summary>
internal static class CorrectedCopy
{
    private static readonly string[] _tables = [".xlsx", ".xlsb", ".xls", ".parquet"];

    /// <summary>Writes the copy.</summary>
    /// <param name="data">The file of the texts, which stays as it is.</param>
    /// <param name="form">How it was read.</param>
    /// <param name="corrected">The corrections.</param>
    /// <param name="output">The copy.</param>
    /// <returns>Why the copy has labels and texts alone; null if it has all that the file has.</returns>
    /// <exception cref="ArgumentException">The copy can't be in the form that its name demands.</exception>
    /// <exception cref="InvalidDataException">The file has changed since it was read, or can't have a corrected label.</exception>
    public static string? Write(string data, ReadForm form, CorrectedTexts corrected, string output)
    {
        if (WhyNotWhole(data, form, corrected, output) is { } reason)
        {
            if (Array.Find(_tables, ending => output.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is { } table)
            {
                throw new ArgumentException(
                    $"--output is {output}, but doctor doesn't write {table}; a name with .csv or .jsonl was expected");
            }

            corrected.CheckOutput(output);
            corrected.Write(output);
            return reason;
        }

        TextFileForm read = form.Texts.Form;
        OriginalFile original = OriginalFile.Read(data, read.Encoding);
        LabelPlace[] places = (read.Format == LabeledTextFormat.Json
            ? JsonPlaces.Find(original.Content, read, form.Texts)
            : TablePlaces.Find(original.Content, read, form.Texts)) ?? throw new InvalidDataException(
                $"{data}: the rows don't match the texts that were read from them, so that they can't be kept. Name --output with another "
                + "ending, such as .jsonl, to write labels and texts alone");
        original.Write(output, corrected.Changes.Select(change =>
        {
            LabelPlace place = places[change.Index];
            return (place, place.Dialect.Write(change.Text.Labels, original.Content.AsSpan(place.Begin, place.Length)));
        }));
        return null;
    }

    private static string? WhyNotWhole(string data, ReadForm form, CorrectedTexts corrected, string output)
    {
        TextFileForm read = form.Texts.Form;
        bool isJson = read.Format == LabeledTextFormat.Json;
        if (form.IsTable || (read.Separator is null && !isJson)) return $"{form.Form} can't be written";
        string ending = EndingOf(data);
        if (!EndingOf(output).Equals(ending, StringComparison.OrdinalIgnoreCase))
            return $"name it {(ending.Length == 0 ? "without an ending" : $"*{ending}")}, as DATA, to keep the rest";
        if (read.LabelColumns.Count != 1) return "there are several label columns";
        return isJson || !corrected.HasSeveralLabels ? null : "texts have several labels or none";
    }

    /// <summary>The ending of a name, without that of gzip.</summary>
    private static string EndingOf(string path) => Path.GetExtension(
        path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? Path.GetFileNameWithoutExtension(path) : path);
}
