using MaxPoolConvNet;
using MaxPoolConvNet.Text;

namespace Guides;

/// <summary>The code of the-file.md.</summary>
internal static class TheFilePage
{
    public static Task RunAsync()
    {
        ShowMetadata();
        ShowWords();
        return Task.CompletedTask;
    }

    private static void ShowMetadata()
    {
        // begin
        ModelFileInfo info = ModelFile.Inspect("reviews.safetensors");
        foreach ((string key, string value) in info.Metadata)
            Console.WriteLine($"{key,-14} {value}");
        // end
    }

    private static void ShowWords()
    {
        // begin
        foreach (string text in new[]
        {
            "Don’t panic!!! It's 3.5 km...", "Éte\u0301 été ÉTÉ", "ISTANBUL İstanbul ıstanbul", "well-made, isn't_it", "ＦＵＬＬ width",
            "我爱你", "สวัสดีครับ", "مُحَمَّد محمد", "soft\u00ADhyphen", "👍🏽 👍 👨‍👩‍👧",
        })
        {
            var tokens = new TokenBuffer();
            WordTokenizer.Default.Tokenize(text, tokens);
            Console.WriteLine(string.Join(" | ", Enumerable.Range(0, tokens.Count).Select(at => tokens.Word(at).ToString())));
        }
        // end
    }
}
