using System.Collections.Immutable;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Storage;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet;

/// <summary>Makes the file of a model as small as asked for: V in 16 bits, few levels, and as many zeros as it takes.</summary>
internal static class ModelShrinker
{
    /// <summary>The levels of small models: fewer bits per weight leave room for more weights.</summary>
    private const int Levels = 7;

    private const int Steps = 10;

    /// <summary>A report as long in the file as the real one can be.</summary>
    private static readonly CompactionReport _longest = new(Levels, double.MinValue, double.MinValue, double.MinValue);

    /// <summary>The length of the model's file, without the user's metadata.</summary>
    public static long BytesOf(TrainedModel model) =>
        new ModelWriter(model, new SaveOptions { Metadata = ImmutableDictionary<string, string>.Empty }).ByteCount;

    /// <summary>Returns the model if its file is small enough.</summary>
    /// <exception cref="ArgumentException">The file is larger.</exception>
    public static TrainedModel Checked(TrainedModel model, long maximumBytes)
    {
        long bytes = BytesOf(model);
        return bytes <= maximumBytes
            ? model
            : throw new ArgumentException(
                FormattableString.Invariant(
                    $"a model file of at most {maximumBytes:N0} bytes was asked for; this classifier needs at least {bytes:N0}"),
                nameof(maximumBytes));
    }

    /// <summary>Drops the smallest weights of each filter, and words without weights, until the file is small enough.</summary>
    /// <exception cref="ArgumentException">The file is too large even without weights.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static (TrainedModel Model, int Levels) Shrink(TrainedModel model, long maximumBytes, CancellationToken cancellationToken)
    {
        // the least weight kept, in multiples of the scale, is between these two; the second makes the file small enough
        double tooLarge = 0.5;
        double small = Levels - 0.5;
        model = model with { Network = model.Network.WithOutput(InHalf(model.Network.Output)) };
        TrainedModel best = Checked(Shrunk(model, small), maximumBytes);
        for (int step = 0; step < Steps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double middle = Math.Sqrt(tooLarge * small);
            TrainedModel tried = Shrunk(model, middle);
            if (BytesOf(tried) > maximumBytes) tooLarge = middle;
            else (small, best) = (middle, tried);
        }

        return (best, Levels);
    }

    /// <summary>Rounds V to 16 bits.</summary>
    private static OutputWeights<float> InHalf(OutputWeights<float> output)
    {
        OutputWeights<float> rounded = output.To<float>();
        ushort[] halves = new ushort[output.Stride];
        for (int c = 0; c < rounded.Logits; c++)
        {
            BFloat16.Round(output.Row(c), halves);
            BFloat16.Widen(halves, rounded.Row(c));
        }

        return rounded;
    }

    private static TrainedModel Shrunk(TrainedModel model, double smallest)
    {
        Network<float> network = FilterQuantizer.Quantize(model.Network, Levels, smallest);
        TrainedModel shrunk = model with { Network = network, Compaction = _longest, Checksum = null };
        return network.Embedding is null ? WithoutEmptyWords(shrunk) : shrunk;
    }

    private static TrainedModel WithoutEmptyWords(TrainedModel model)
    {
        Vocabulary vocabulary = model.Encoder.Vocabulary;
        int[] kept =
        [
            // the first word is one that all filters know
            .. Enumerable.Range(0, vocabulary.Count)
                .Where(word => word == 0 || word == vocabulary.UnknownId || HasWeights(model.Network, word)),
        ];
        if (kept.Length == vocabulary.Count) return model;
        FilterBank<float>[] banks = Array.ConvertAll(model.Network.Banks, bank => bank.With(new FilterTable<float>(
            bank.Table.Quantized!.Select(kept.AsSpan(0, kept.Count(word => word < bank.Table.Words))))));
        Vocabulary rest = Vocabulary.FromWords([.. kept.Select(word => vocabulary.Words[word])], vocabulary.UnknownWords);
        return model with
        {
            Network = model.Network.WithBanks(banks),
            Encoder = new TextEncoder(model.Encoder.Tokenizer, rest),
            Familiarity = model.Familiarity?.Select(kept),
        };
    }

    private static bool HasWeights(Network<float> network, int word)
    {
        foreach (FilterTable<float> table in network.Tables)
        {
            for (int position = 0; position < table.Width && word < table.Words; position++)
            {
                if (table.Quantized!.Row(word, position).ContainsAnyExcept((sbyte)0)) return true;
            }
        }

        return false;
    }
}
