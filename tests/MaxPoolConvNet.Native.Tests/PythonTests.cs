using System.Globalization;
using System.Text.Json;
using MaxPoolConvNet.Tests;
using MaxPoolConvNet.Tests.Text;

namespace MaxPoolConvNet.Native.Tests;

/// <summary>samples/Python/maxpool.py gives what the library gives.</summary>
public sealed class PythonTests
{
    private static readonly Lazy<bool> _exists = new(() => OtherProgram.Exists("python3"));

    [Theory]
    [MemberData(nameof(Classifiers.Names), MemberType = typeof(Classifiers))]
    public void Lines_GetTheSameProbabilities(string name)
    {
        TextClassifier classifier = Classifiers.Load(name);
        using TemporaryFile model = new("mödel.safetensors", Classifiers.File(name));

        OtherProgram run = Python(string.Concat(ManyScripts.Texts.Select(text => text + "\n")), Sources.PathOf("maxpool.py"), model.Path, "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(ManyScripts.Texts.Count, run.Lines.Length);
        foreach ((string text, string line) in ManyScripts.Texts.Zip(run.Lines))
        {
            JsonElement json = JsonDocument.Parse(line).RootElement;
            Assert.Equal(classifier.Predict(text).Label, json.GetProperty("label").GetString());
            Assert.Equal(
                classifier.Score(text).Select(label => (label.Label, label.Probability)),
                json.GetProperty("probabilities").EnumerateObject().Select(label => (label.Name, label.Value.GetDouble())));
        }
    }

    [Fact]
    public void WithoutJson_LabelProbabilityAndTextArePrinted()
    {
        Prediction prediction = Classifiers.Load("two labels").Predict("otel İYİ");

        OtherProgram run = Program("two labels", "otel İYİ\n");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal([FormattableString.Invariant($"{prediction.Label}\t{prediction.Probability:F4}\totel İYİ")], run.Lines);
    }

    [Fact]
    public void Time_IsPrinted() => Assert.Matches(@"^\d+\.\d{3} microseconds per text\n$", Program("two labels", "otel\n", "--time", "3").Output);

    [Fact]
    public void EveryMethod_GivesTheSame()
    {
        const string Text = "Ünïcode 漢字";
        TextClassifier classifier = Classifiers.Load("promises for several labels");
        Prediction prediction = classifier.Predict(Text);
        LabelScores scores = classifier.Score(Text);
        Explanation explanation = classifier.Explain(Text, "lábel 1");

        string[] lines = Script(
            "promises for several labels",
            $"""
            text = {JsonSerializer.Serialize(Text)}
            with Model(path) as model:
                print(model.labels, model.is_multi_label)
                print(model.predict_many([text, text], threads=2) == [model.predict(text)] * 2, tuple(model.predict(text)))
                print(model.top_k(text, 2) == model.top_k(text, 99)[:2], [one.label for one in model.top_k(text, 99)])
                print([tuple(one) for one in model.above(text)])
                print([one.label for one in model.accept(text, 0.05)])
                print(model.explain(text, "lábel 1")["logit"], model.explain(text)["label"])
                print(model.predict_many([]), model.version)
            print(list(Model(open(path, "rb").read()).score(text).values()))
            """);

        Assert.Equal(
            [
                "('lábel 0', 'lábel 1', 'lábel 2') True",
                $"True ('{prediction.Label}', {Number(prediction.Probability)}, {prediction.WordCount}, {prediction.KnownWordCount}, {Number(prediction.Familiarity!.Value)})",
                $"True [{string.Join(", ", scores.Top(3).Select(label => $"'{label.Label}'"))}]",
                $"[{string.Join(", ", scores.Above().Select(label => $"('{label.Label}', {Number(label.Probability)})"))}]",
                $"[{string.Join(", ", scores.Top(3).Where(label => classifier.AcceptAt(0.05)!.Accepts(label)).Select(label => $"'{label.Label}'"))}]",
                $"{Number(explanation.Logit)} {classifier.Explain(Text).Label}",
                $"[] {typeof(TextClassifier).Assembly.GetName().Version!.ToString(3)}",
                $"[{string.Join(", ", scores.Select(label => Number(label.Probability)))}]",
            ],
            lines);
    }

    [Fact]
    public void BadInput_IsAMaxPoolError()
    {
        string[] lines = Script(
            "two labels",
            """
            model = Model(path)
            def fails(call):
                try:
                    call()
                    print("no error")
                except MaxPoolError as problem:
                    print(problem.status, str(problem)[:40])
            fails(lambda: Model(path + ".missing"))
            fails(lambda: Model(path + "\0.missing"))
            fails(lambda: Model(b"no model"))
            fails(lambda: model.predict("half a pair \ud800"))
            fails(lambda: model.predict_many(["a", "\udc00"]))
            fails(lambda: model.top_k("a", 0))
            fails(lambda: model.top_k("a", -1))
            fails(lambda: model.above("a", 2))
            fails(lambda: model.accept("a", 0.05))
            fails(lambda: model.explain("a", "other"))
            model.close()
            model.close()
            fails(lambda: model.predict("a"))
            fails(lambda: model.explain("a"))
            """);

        Assert.Equal(["5", "1", "6", "3", "3", "1", "1", "1", "7", "1", "2", "2"], lines.Select(line => line.Split(' ')[0]));
        Assert.Equal("3 text isn't UTF-8: byte 12 (0xED) of 15 b", lines[3]);
        Assert.Equal("3 texts[1] isn't UTF-8: byte 0 (0xED) of 3", lines[4]);
    }

    /// <summary>The first call starts the runtime inside the library, whichever function it calls.</summary>
    [Fact]
    public void TheFirstCallOfAProcess_MayBeAnyFunction()
    {
        string[] functions = [.. HeaderTests.Functions.Where(name => name is not ("maxpool_version" or "maxpool_last_error"))];

        string[] statuses = [.. functions.Select(name => Assert.Single(Script(
            "two labels",
            $"""
            import ctypes
            import maxpool
            function = getattr(maxpool._open(None), "{name}")
            texts = [path.encode() if kind is ctypes.c_char_p else 1 for kind in function.argtypes[:1]]
            print(function(*texts, *[ctypes.create_string_buffer(8) if kind is ctypes.c_void_p else b"a" if kind is ctypes.c_char_p else 1 for kind in function.argtypes[1:]]))
            """)))];

        Assert.All(functions.Zip(statuses), one => Assert.Equal(
            (one.First, one.First switch { "maxpool_load" => "0", "maxpool_load_bytes" => "6", _ => "2" }), one));
    }

    /// <summary>A double as Python prints it.</summary>
    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture) is var digits && digits.Contains('E', StringComparison.Ordinal)
        ? digits.Replace("E", "e", StringComparison.Ordinal)
        : digits;

    private static string[] Script(string classifier, string code)
    {
        using TemporaryFile model = new("model.safetensors", Classifiers.File(classifier));
        string begin = $"import sys\nsys.path.insert(0, {JsonSerializer.Serialize(Sources.PathOf(""))})\n"
            + $"from maxpool import Model, MaxPoolError\npath = {JsonSerializer.Serialize(model.Path)}\nsys.stdout.reconfigure(encoding=\"utf-8\")\n";
        OtherProgram run = Python("", "-c", begin + code);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run.Lines;
    }

    private static OtherProgram Program(string classifier, string input, params string[] arguments)
    {
        using TemporaryFile model = new("model.safetensors", Classifiers.File(classifier));
        return Python(input, [Sources.PathOf("maxpool.py"), model.Path, .. arguments]);
    }

    private static OtherProgram Python(string input, params string[] arguments)
    {
        if (!_exists.Value) Assert.Skip("there is no python3");
        return OtherProgram.Run("python3", input, arguments);
    }
}
