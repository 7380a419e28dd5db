using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Extensions.Hosting.Tests;

/// <summary>Small models, trained once, as the bytes of their files.</summary>
internal static class Models
{
    /// <summary>A text that all models but those in <see cref="Swapped"/> label "billing".</summary>
    public const string Refund = "please refund the invoice";

    /// <summary>A text with either label as often.</summary>
    public const string Doubtful = "hello there";

    private static readonly string[] _money = [Refund, "I was charged twice", "the invoice is wrong", "my card was charged"];
    private static readonly string[] _parcel = ["the parcel never came", "where is my parcel", "the courier lost it", "tracking shows nothing"];
    private static readonly LabeledText[] _doubtful = [new("billing", Doubtful), new("shipping", Doubtful)];
    private static readonly TrainingOptions _quick = new()
    {
        Epochs = 12, Networks = 1, Threads = 1, Calibration = Calibration.None, Network = new ConvNetOptions { Filters = [new(1, 16)] },
    };

    private static readonly Lazy<byte[]> _first = Of("billing", "shipping", seed: 1);
    private static readonly Lazy<byte[]> _swapped = Of("shipping", "billing", seed: 2);
    private static readonly Lazy<byte[]> _third = Of("billing", "shipping", seed: 3);
    private static readonly Lazy<byte[]> _renamed = Of("billing", "delivery", seed: 4);
    private static readonly Lazy<byte[]> _extended = new(() => File(TextClassifier.Train(
        [.. Texts("billing", "shipping"), new LabeledText("damage", "a crack in the glass"), new LabeledText("damage", "the lid is broken")], _quick)));

    private static readonly Lazy<byte[]> _promising = new(() => File(TextClassifier.Train(
        Enumerable.Repeat(Texts("billing", "shipping").Concat(_doubtful), 20).SelectMany(texts => texts), _quick with { Acceptance = true, Calibration = Calibration.OutOfFold })));

    private static readonly Lazy<byte[]> _unsure = new(() => File(TextClassifier.Train(
        Enumerable.Repeat(_doubtful, 60).SelectMany(texts => texts), _quick with { Acceptance = true, Calibration = Calibration.OutOfFold })));

    public static byte[] First => _first.Value;

    /// <summary>With the labels exchanged: label and checksum of an answer show whether it is of one model.</summary>
    public static byte[] Swapped => _swapped.Value;

    public static byte[] Third => _third.Value;

    /// <summary>With a label "delivery" instead of "shipping".</summary>
    public static byte[] Renamed => _renamed.Value;

    /// <summary>With a further label, "damage".</summary>
    public static byte[] Extended => _extended.Value;

    /// <summary>Can promise that at most 5 % of the accepted predictions are wrong.</summary>
    public static byte[] Promising => _promising.Value;

    /// <summary>Trained on texts that say nothing about their labels: can't promise anything.</summary>
    public static byte[] Unsure => _unsure.Value;

    /// <summary>The first half of a file, as one that is being copied.</summary>
    public static byte[] Half => First[..(First.Length / 2)];

    /// <summary>With one flipped bit.</summary>
    public static byte[] Damaged
    {
        get
        {
            byte[] bytes = [.. First];
            bytes[^100] ^= 1;
            return bytes;
        }
    }

    public static TextClassifier Load(byte[] model)
    {
        using var stream = new MemoryStream(model);
        return TextClassifier.Load(stream);
    }

    private static Lazy<byte[]> Of(string money, string parcel, ulong seed) =>
        new(() => File(TextClassifier.Train(Texts(money, parcel), _quick with { Seed = seed })));

    private static IEnumerable<LabeledText> Texts(string money, string parcel) =>
        _money.Select(text => new LabeledText(money, text)).Concat(_parcel.Select(text => new LabeledText(parcel, text)));

    private static byte[] File(TextClassifier classifier)
    {
        using var stream = new MemoryStream();
        classifier.Save(stream);
        return stream.ToArray();
    }
}
