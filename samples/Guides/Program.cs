using System.Globalization;
using Guides;

// Runs the code of the pages beside this file, on small data in a folder of its own. Names of pages run these alone.
(string Name, Func<Task> Run)[] pages =
[
    ("train-on-your-csv", TrainOnYourCsvPage.RunAsync),
    ("clean-your-labels", CleanYourLabelsPage.RunAsync),
    ("several-labels", SeveralLabelsPage.RunAsync),
    ("imbalance", ImbalancePage.RunAsync),
    ("say-i-dont-know", SayIDontKnowPage.RunAsync),
    ("explain", ExplainPage.RunAsync),
    ("predict-in-an-app", PredictInAnAppPage.RunAsync),
    ("serve-it", ServeItPage.RunAsync),
    ("retrain-every-night", RetrainEveryNightPage.RunAsync),
    ("save-and-load", SaveAndLoadPage.RunAsync),
    ("the-file", TheFilePage.RunAsync),
    ("other-programs", OtherProgramsPage.RunAsync),
    ("deploy-with-aot", DeployWithAotPage.RunAsync),
    ("in-the-browser", InTheBrowserPage.RunAsync),
    ("from-ml-net", FromMlNetPage.RunAsync),
    ("check-gradients", CheckGradientsPage.RunAsync),
    ("word-vectors", WordVectorsPage.RunAsync),
];
foreach (string name in args)
{
    if (pages.Any(page => page.Name == name)) continue;
    Console.Error.WriteLine($"error: there is no page '{name}', but {string.Join(", ", pages.Select(page => page.Name))}");
    return 2;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string before = Environment.CurrentDirectory;
DirectoryInfo folder = Directory.CreateTempSubdirectory("guides");
try
{
    Environment.CurrentDirectory = folder.FullName;
    ExampleFiles.Write();
    foreach ((string name, Func<Task> run) in pages)
    {
        if (args.Length > 0 && !args.Contains(name)) continue;
        Console.WriteLine($"== {name}");
        await run();
        Console.WriteLine();
    }
}
finally
{
    Environment.CurrentDirectory = before;
    folder.Delete(recursive: true);
}

return 0;
