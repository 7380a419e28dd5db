using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>
/// A small network with its exact results, computed in double precision by libtorch 2.10's automatic differentiation (TorchSharp 0.107.0);
/// h, probability, log-likelihood and gradients agree with a plain recomputation from the formulas to 2e-14.
/// </summary>
public sealed class OracleCase
{
    private readonly JsonElement _json;

    private OracleCase(string name, JsonElement json)
    {
        Name = name;
        _json = json;
        Widths = Numbers<int>("widths");
        HasBias = json.TryGetProperty("filterBias", out _);
        Text = json.TryGetProperty("wordIds", out _)
            ? TextInput.FromWordIds(Numbers<int>("wordIds"))
            : TextInput.FromWordVectors(MatrixOf(json.GetProperty("wordVectors")));
    }

    public static TheoryData<string> Names { get; } =
        new(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Oracle", "cases"), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order());

    /// <summary>Those whose texts are word ids, as training takes them.</summary>
    public static TheoryData<string> NamesOfWordIds { get; } = new(Names.Select(row => row.Data).Where(name => !Load(name).Text.HasWordVectors));

    public string Name { get; }

    public int[] Widths { get; }

    public bool HasBias { get; }

    public TextInput Text { get; }

    /// <summary>The class, or the first of the classes that apply.</summary>
    public int Label => Numbers<int>("label")[0];

    public Target Target => IsMultiLabel ? Target.OfClasses(Numbers<int>("label")) : Target.OfClass(Label);

    /// <summary>The names of the classes, and those of the classes that apply.</summary>
    public (string[] All, string[] Own) Labels => (
        [.. Enumerable.Range(0, Math.Max(2, _json.GetProperty("classes").GetInt32())).Select(c => $"{c:D3}")], [.. Numbers<int>("label").Select(c => $"{c:D3}")]);

    public Activation Activation => Enum.Parse<Activation>(String("activation"), ignoreCase: true);

    public Padding Padding => Enum.Parse<Padding>(String("padding"), ignoreCase: true);

    public double[] Pooled => Numbers<double>("h");

    public int[] Winners => [.. _json.GetProperty("argmax").EnumerateArray().SelectMany(width => width.Deserialize<int[]>()!)];

    public double[] Probabilities => Numbers<double>("probability");

    public bool IsSoftmax => String("output") == "softmax";

    public bool IsMultiLabel => String("output") == "multilabel";

    public double LogLikelihood => _json.GetProperty("ll").GetDouble();

    public static OracleCase Load(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Oracle", "cases", name + ".json")));
        return new OracleCase(name, document.RootElement.Clone());
    }

    public bool HasEmbedding => _json.TryGetProperty("embedding", out _);

    public ConvNet Network()
    {
        ConvFilterLayer[] filters =
        [
            .. Widths.Select((width, w) => new ConvFilterLayer(Blocks("U")[w], width, Padding, HasBias ? Blocks("filterBias")[w].Row(0) : null)),
        ];
        if (!HasEmbedding) return new ConvNet(filters, new MaxPool(Activation), Output());
        Matrix<double>? fixedVectors = _json.TryGetProperty("staticEmbedding", out JsonElement json) ? MatrixOf(json) : null;
        return new ConvNet([], new Embedding(fixedVectors, Blocks("embedding")[0]), filters, new MaxPool(Activation), Output());
    }

    /// <summary>The gradients by the names that <see cref="ConvNet"/> gives them.</summary>
    public IEnumerable<(string Name, Matrix<double> Block)> Gradients()
    {
        for (int w = 0; w < Widths.Length; w++)
        {
            string suffix = Widths.Length == 1 ? "" : $"{Widths[w]}";
            yield return ("U" + suffix, Blocks("gradU")[w]);
            if (HasBias) yield return ("filterBias" + suffix, Blocks("gradFilterBias")[w]);
        }

        if (HasEmbedding) yield return ("embedding", Blocks("gradEmbedding")[0]);
        yield return ("V", Blocks("gradV")[0]);
        if (HasBias) yield return ("outputBias", Blocks("gradOutputBias")[0]);
    }

    private OutputLayer Output()
    {
        Vector<double>? bias = HasBias ? Blocks("outputBias")[0].Row(0) : null;
        return IsMultiLabel ? new MultiLabelOutput(Blocks("V")[0], bias)
            : IsSoftmax ? new SoftmaxOutput(Blocks("V")[0], bias)
            : new LogisticOutput(Blocks("V")[0], bias?[0]);
    }

    private Matrix<double>[] Blocks(string property)
    {
        JsonElement json = _json.GetProperty(property);
        return json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray().Select(MatrixOf)] : [MatrixOf(json)];
    }

    private string String(string property) => _json.GetProperty(property).GetString()!;

    private T[] Numbers<T>(string property) => _json.GetProperty(property).Deserialize<T[]>()!;

    private static Matrix<double> MatrixOf(JsonElement json)
    {
        int[] shape = json.GetProperty("shape").Deserialize<int[]>()!;
        double[] data = json.GetProperty("data").Deserialize<double[]>()!;
        return shape.Length == 1
            ? Matrix<double>.Build.DenseOfRowMajor(1, shape[0], data)
            : Matrix<double>.Build.DenseOfRowMajor(shape[0], shape[1], data);
    }
}
