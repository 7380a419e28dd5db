using MaxPoolConvNet.Browser.Tests;
using MaxPoolConvNet.Samples.WebDemo;
using Microsoft.Playwright;

namespace MaxPoolConvNet.WebDemo.Tests;

/// <summary>New labels in the rows of tables, by keyboard, with the names that a screen reader says.</summary>
[Collection(BrowserCollection.Name)]
public sealed class RowLabelTests(Chromium chromium) : IDisposable
{
    private const string Stars = "4 stars";

    private static readonly byte[] _file = "A lovely walk.\nIt broke at once.\nHow do I block a stolen credit card?"u8.ToArray();

    private readonly TestFolder _folder = new();

    [Fact]
    public async Task ALabelIsAddedInARowByKeys_OfferedEverywhere_AndGoneOnceItsCorrectionIsDeleted()
    {
        _ = chromium.Browser;
        await using DemoServer server = DemoServer.Start(_folder);
        await using OpenPage page = await OpenPage.LoadAsync(chromium, server.Client.BaseAddress!);
        await page.TypeAsync("Not what I ordered.");
        ILocator[] rows = await RowsOfFileAsync(page);
        await rows[1].GetByRole(AriaRole.Button).First.FocusAsync();
        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("New label", await page.Page.EvaluateAsync<string>("document.activeElement.textContent"));

        await page.Page.Keyboard.PressAsync("Enter");
        Assert.True(await rows[1].GetByRole(AriaRole.Button, new() { Name = "New label", Expanded = true }).IsVisibleAsync());
        Assert.True(await rows[1].GetByRole(AriaRole.Textbox, new() { Name = "New label" }).IsVisibleAsync());
        await page.Page.Keyboard.TypeAsync(Stars); // 4 is a character here, not the key of a label
        await page.Page.Keyboard.PressAsync("Enter");

        await page.SeesAsync("#file-answers [role=row] .note", "Saved");
        ILocator added = rows[1].GetByRole(AriaRole.Button, new() { Name = $"Label as {Stars}", Pressed = true });
        await added.WaitForAsync();
        await page.Page.WaitForFunctionAsync("label => document.activeElement.dataset.label === label", Stars);
        Correction stored = Assert.Single(await server.Client.CorrectionsAsync());
        Assert.Equal((await rows[1].Locator(".text").TextContentAsync(), Stars), (stored.Text, stored.Label));
        Assert.Equal(0, await rows[1].GetByRole(AriaRole.Textbox).CountAsync());
        foreach (ILocator row in rows)
            Assert.Equal(["negative", "positive", Stars], await LabelsOfAsync(row));

        await rows[0].Locator($"[data-label='{Stars}']").ClickAsync();
        await rows[0].GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await page.SeesAsync("#file-answers [role=row] .note", "Deleted");
        Assert.Equal(["negative", "positive", Stars], await LabelsOfAsync(rows[0])); // the other row has it still
        await rows[1].GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        foreach (ILocator row in rows)
        {
            await row.Locator($"[data-label='{Stars}']").WaitForAsync(new() { State = WaitForSelectorState.Detached });
            Assert.Equal(["negative", "positive"], await LabelsOfAsync(row));
        }

        Assert.Empty(await server.Client.CorrectionsAsync());
    }

    [Fact]
    public async Task ALabelThatIsRefused_IsExplainedInItsRow_AndCanBeMendedOrLeft()
    {
        _ = chromium.Browser;
        await using DemoServer server = DemoServer.Start(_folder, ("Limits:NewLabels", "1"), ("Limits:LabelCharacters", "12"));
        await using OpenPage page = await OpenPage.LoadAsync(chromium, server.Client.BaseAddress!, expectedError: "400");
        ILocator[] rows = await RowsOfFileAsync(page);
        await rows[0].GetByRole(AriaRole.Button, new() { Name = "New label" }).ClickAsync();
        ILocator input = rows[0].GetByRole(AriaRole.Textbox);
        await input.FillAsync("Positive");
        await input.PressAsync("Enter");
        await rows[0].GetByText("\"label\" is 'Positive', and there is 'positive', which differs only in case.").WaitForAsync();
        Assert.Equal("Positive", await input.InputValueAsync());

        await input.FillAsync("");
        await input.PressSequentiallyAsync("card and other money");
        Assert.Equal("card and oth", await input.InputValueAsync());
        await input.FillAsync("card");
        await rows[0].GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        await rows[0].GetByRole(AriaRole.Button, new() { Name = "Label as card", Pressed = true }).WaitForAsync();

        await rows[1].GetByRole(AriaRole.Button, new() { Name = "New label" }).ClickAsync();
        await page.Page.Keyboard.TypeAsync("money");
        await page.Page.Keyboard.PressAsync("Enter");
        await rows[1].GetByText("corrections have added 1 labels, the most that Limits:NewLabels allows.").WaitForAsync();
        await page.Page.Keyboard.PressAsync("Escape");
        Assert.Equal("New label", await page.Page.EvaluateAsync<string>("document.activeElement.textContent"));
        Assert.False(await rows[1].GetByRole(AriaRole.Textbox).IsVisibleAsync());
        Assert.Equal("card", Assert.Single(await server.Client.CorrectionsAsync()).Label);
    }

    [Fact]
    public async Task ALabelThatIsAddedToTheTypedText_IsOfferedInTheRows()
    {
        _ = chromium.Browser;
        await using DemoServer server = DemoServer.Start(_folder);
        await using OpenPage page = await OpenPage.LoadAsync(chromium, server.Client.BaseAddress!);
        ILocator[] rows = await RowsOfFileAsync(page);
        await page.TypeAsync("Not what I ordered.");

        await page.At("#new-label-name").FillAsync("returns");
        await page.At("#new-label-name").PressAsync("Enter");

        await rows[2].GetByRole(AriaRole.Button, new() { Name = "Label as returns", Pressed = false }).ClickAsync();
        await page.SeesAsync("#file-answers [role=row] .note", "Saved");
        Assert.Equal(["returns", "returns"], (await server.Client.CorrectionsAsync()).Select(one => one.Label));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<ILocator[]> RowsOfFileAsync(OpenPage page)
    {
        await page.DropFileAsync("three.txt", _file);
        await page.SeesAsync("#file-status", "three.txt: 3 texts");
        ILocator rows = page.At("#file-answers [role=rowgroup]:last-child [role=row]");
        return [.. Enumerable.Range(0, await rows.CountAsync()).Select(rows.Nth)];
    }

    private static async Task<string[]> LabelsOfAsync(ILocator row) =>
        [.. await row.Locator("[data-label] bdi").AllTextContentsAsync()];
}
