using System.Text.Json;

namespace MaxPoolConvNet.Tool.Tests;

public sealed class DoctorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheSummary_HasTenLinesAtMost()
    {
        ToolRun run = ToolRun.Of("doctor", Data(), "--test", _folder.Write("test.tsv", "neg\ta dreadful film with number 2\nneg\tsomething else\n"));

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal(10, run.Lines.Count);
        Assert.Equal("tab-separated, no header, label column 1, text column 2, UTF-8, 0 texts skipped", run.Lines[0]);
        Assert.Equal("labels to check: 1 (1.7 % of the texts)", run.Lines[2]);
        Assert.Contains("fold 5/5", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_HasTheSuspectAndItsEvidence()
    {
        JsonElement json = ToolRun.Of("doctor", Data(), "--json").Json;

        Assert.Equal(60, json.GetProperty("texts").GetInt32());
        JsonElement suspect = Assert.Single(json.GetProperty("suspects").EnumerateArray());
        Assert.Equal(8, suspect.GetProperty("number").GetInt32());
        Assert.Equal(("neg", "pos"), (suspect.GetProperty("given")[0].GetString(), suspect.GetProperty("suggested")[0].GetString()));
        Assert.Contains(suspect.GetProperty("forSuggested").EnumerateArray(), ngram => ngram.GetProperty("text").GetString()!.Contains("superb", StringComparison.Ordinal));
        Assert.Equal(5, suspect.GetProperty("similarTexts").GetArrayLength());
        Assert.Equal("pos", suspect.GetProperty("similarTexts")[0].GetProperty("labels")[0].GetString());
        foreach (string list in new[] { "conflictingDuplicates", "nearDuplicates", "confusablePairs", "rareLabels", "unusualTexts", "leaks" })
            Assert.Equal(JsonValueKind.Array, json.GetProperty(list).ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("helpfulTexts").ValueKind); // two labels of one size say nothing about it
    }

    [Fact]
    public void TheReport_ShowsEveryKindOfFinding_EscapedAndWithoutScripts()
    {
        string data = _folder.Write("data.csv", "label,text\n" + string.Concat(Enumerable.Range(0, 60).Select(t => Line(t).Split('\t') is [var label, var text]
            ? $"{(label == "pos" ? "<b>pos</b>" : label)},<script>x</script> {text}\n" : ""))
            + "rare,<script>x</script> a superb film with number 2\nneg,xyzzy plugh\n");
        string file = _folder.PathOf("page.html");

        ToolRun run = ToolRun.Of("doctor", data, "--report", file, "--test", data);

        Assert.Contains($"report saved to {file}\n", run.Output, StringComparison.Ordinal);
        var page = new ParsedPage(File.ReadAllText(file));
        Assert.Equal(
            ["suspects", "conflicts", "duplicates", "other-duplicates", "pairs", "rare", "unusual", "leaks"],
            page.Sections.Select(section => (string?)section.Attribute("id")));
        Assert.Equal("Labels of data.csv", page.Title);
        Assert.DoesNotContain("<script", page.Text, StringComparison.OrdinalIgnoreCase);
        string suspects = page.Section("suspects").Value;
        Assert.Contains("suggested <b>pos</b> given neg text 8, suspicion 0.", suspects, StringComparison.Ordinal);
        Assert.Contains("a superb film with number 7", suspects, StringComparison.Ordinal);
        Assert.Contains(ParsedPage.All(page.Section("suspects"), "span"), word => word.Value == "superb" && ((string?)word.Attribute("style"))!.StartsWith("background:rgba(0,150,60,", StringComparison.Ordinal));
        Assert.Contains("text 61: rare", page.Section("conflicts").Value, StringComparison.Ordinal);
        Assert.Equal("rare", page.Rows("rare")[0][0]);
        Assert.Contains("How many texts would be enough can't be said from these texts", page.Section("rare").Value, StringComparison.Ordinal);
        Assert.Equal(["62", "no known word", "xyzzy plugh"], page.Rows("unusual").Single());
    }

    [Fact]
    public void ACorrectedTable_IsAppliedToACopy()
    {
        string data = Data();
        string original = File.ReadAllText(data);
        string table = _folder.PathOf("check.csv");
        string copy = _folder.PathOf("copy.csv");

        ToolRun written = ToolRun.Of("doctor", data, "--csv", table);
        string[] rows = File.ReadAllLines(table);
        Assert.Equal("number,suspicion,label,suggested,corrected,reason,text", rows[0]);
        Assert.StartsWith("8,0.", rows[1], StringComparison.Ordinal);
        Assert.Contains(",neg,pos,,", rows[1], StringComparison.Ordinal);
        Assert.Contains($"saved to {table}; fill in the column 'corrected', then pass --apply {table} --output FILE", written.Output, StringComparison.Ordinal);

        File.WriteAllText(table, File.ReadAllText(table).Replace(",neg,pos,,", ",neg,pos,pos,", StringComparison.Ordinal));
        ToolRun applied = ToolRun.Of("doctor", data, "--apply", table, "--output", copy);

        Assert.Equal((ExitCode.Success, $"1 of 60 labels changed; saved to {copy}\n"), (applied.ExitCode, applied.Output));
        Assert.Equal(original, File.ReadAllText(data));
        string[] lines = File.ReadAllLines(copy);
        Assert.Equal(("label,text", 61), (lines[0], lines.Length));
        Assert.StartsWith("pos,", lines[8], StringComparison.Ordinal);
        Assert.Equal(0, ToolRun.Of("doctor", copy, "--json").Json.GetProperty("suspects").GetArrayLength());
    }

    [Fact]
    public void ATableOfASpreadsheet_IsRead_WhateverItsSeparatorAndOrder()
    {
        string copy = _folder.PathOf("copy.csv");
        string text = Line(7).Split('\t')[1];
        string table = _folder.Write("check.csv", $"\uFEFFtext;CORRECTED;number;label\r\n\"{text}\";pos;8;neg\r\nanything;;;\r\n");

        ToolRun run = ToolRun.Of("doctor", Data(), "--apply", table, "--output", copy, "--json");

        Assert.Equal(1, run.Json.GetProperty("changed").GetInt32());
        Assert.Empty(run.Json.GetProperty("newLabels").EnumerateArray());
    }

    [Fact]
    public void TextsThatLookLikeFormulas_GetAnApostrophe_AndAreStillFound()
    {
        string data = _folder.Write("data.csv", "label,text\n" + string.Concat(Enumerable.Range(0, 60).Select(t => Line(t).Split('\t') is [var label, var text]
            ? $"{label},\"{(t == 7 ? "=" : "")}{text}, \"\"so\"\" they say\"\n" : "")));
        string table = _folder.PathOf("check.csv");

        ToolRun.Of("doctor", data, "--csv", table);
        string written = File.ReadAllText(table);
        File.WriteAllText(table, written.Replace(",neg,pos,,", ",neg,pos,good,", StringComparison.Ordinal));
        ToolRun run = ToolRun.Of("doctor", data, "--apply", table, "--output", _folder.PathOf("copy.csv"));

        Assert.Contains(",\"'=", written, StringComparison.Ordinal);
        Assert.Contains("1 of 60 labels changed", run.Output, StringComparison.Ordinal);
        Assert.Contains("labels that no text had before: 'good'", run.Error, StringComparison.Ordinal);
        Assert.Contains("\ngood,\"=", File.ReadAllText(_folder.PathOf("copy.csv")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void SeveralLabels_AreCorrectedInJson()
    {
        string data = _folder.Write("data.txt", SmallTexts.Several);
        string table = _folder.Write("check.csv", "number,label,corrected,text\n1,long|pos,pos,a superb film of hours\n2,neg,long | neg,a dreadful film\n");
        string copy = _folder.PathOf("copy.jsonl");

        ToolRun run = ToolRun.Of("doctor", data, "--apply", table, "--output", copy);

        Assert.Contains("2 of 24 labels changed", run.Output, StringComparison.Ordinal);
        string[] lines = File.ReadAllLines(copy);
        Assert.Equal("""{"text":"a superb film of hours","label":"pos"}""", lines[0]);
        Assert.Equal("""{"text":"a dreadful film","label":["long","neg"]}""", lines[1]);
        Assert.Equal(24, ToolRun.Of("doctor", copy, "--folds", "2", "--json").Json.GetProperty("texts").GetInt32());
        ToolRun.Of("doctor", data, "--apply", table, "--output", _folder.PathOf("copy.csv"))
            .AssertError("but the texts have several labels or none; a file that ends with .jsonl was expected");
    }

    [Theory]
    [InlineData("number,label,corrected,text\n61,neg,pos,x\n", "check.csv, row 2: there is no text 61; ")]
    [InlineData("number,label,corrected,text\n0,neg,pos,x\n", "check.csv, row 2: there is no text 0; ")]
    [InlineData("number,label,corrected,text\n8,neg,,x\n8,neg,pos,another text\n", "is another one now; the data has changed since --csv wrote the table")]
    [InlineData("number,label,corrected,text\n8,pos,neg,TEXT\n", "had the label 'pos', but has 'neg' now; the data has changed")]
    [InlineData("number,label,corrected,text\n8,neg,pos,TEXT\n8,neg,odd,TEXT\n", "check.csv, row 3: text 8 is corrected to 'odd', but to 'pos' in row 2")]
    [InlineData("number,label,corrected,text\neight,neg,pos,TEXT\n", "check.csv, row 2: the number is 'eight'; the number of a text, from 1, was expected")]
    [InlineData("number,label,text\n8,neg,TEXT\n", "there is no column 'corrected'; the columns number, label, corrected and text were expected")]
    [InlineData("", "check.csv is empty; the table that --csv writes was expected")]
    public void ABadTable_IsNamed_AndNothingIsWritten(string table, string message)
    {
        string text = Line(7).Split('\t')[1];
        string path = _folder.Write("check.csv", table.Replace("TEXT", text, StringComparison.Ordinal));

        ToolRun.Of("doctor", Data(), "--apply", path, "--output", _folder.PathOf("copy.csv")).AssertError(message);

        Assert.False(File.Exists(_folder.PathOf("copy.csv")));
    }

    [Fact]
    public void ATableThatIsntUtf8_IsNamed() => ToolRun.Of(
        "doctor", Data(), "--apply", _folder.Write("check.csv", [.. "number,label,corrected,text\n8,neg,pos,caf"u8, 0xE9]), "--output", _folder.PathOf("copy.csv"))
        .AssertError("some bytes aren't UTF-8, which was expected; save it as \"CSV UTF-8\" or as an Excel workbook");

    [Fact]
    public void SwitchesThatDontFit_AreNamed()
    {
        string table = _folder.Write("check.csv", "number,label,corrected,text\n");
        string copy = _folder.PathOf("copy.csv");

        ToolRun.Of("doctor", Data(), "--output", copy).AssertError("--output is for --apply; for a table to correct, pass --csv");
        ToolRun.Of("doctor", Data(), "--apply", table).AssertError("--apply needs --output FILE, the file to write the corrected texts to");
        ToolRun.Of("doctor", Data(), "--apply", table, "--output", copy, "--folds", "3").AssertError("--apply and --folds exclude each other");
        ToolRun.Of("doctor", Data(), "--apply", table, "--output", _folder.PathOf("data.tsv")).AssertError("is the same file as DATA");
        ToolRun.Of("doctor", Data(), "--apply", _folder.PathOf("none.csv"), "--output", copy).AssertError("There is no file");
    }

    [Fact]
    public void DataThatCantBeAudited_IsNamed()
    {
        ToolRun.Of("doctor", _folder.Write("one.tsv", "a\tone\na\ttwo\n"), "--json").AssertError("all 2 texts have the label 'a'");
        ToolRun.Of("doctor", _folder.Write("empty.tsv", "")).AssertError("empty.tsv");
    }

    private static string Line(int t)
    {
        bool isGood = t % 2 == 0;
        string label = isGood || t == 7 ? (t == 7 ? "neg" : "pos") : "neg";
        return $"{label}\ta {(isGood || t == 7 ? "superb" : "dreadful")} film with number {t}";
    }

    private string Data() => _folder.Write("data.tsv", string.Concat(Enumerable.Range(0, 60).Select(t => Line(t) + "\n")));
}
