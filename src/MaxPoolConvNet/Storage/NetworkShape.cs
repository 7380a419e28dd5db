using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Storage;

/// <summary>The facts about a network that its tensors don't contain. Stored as JSON in the file's metadata.</summary>
internal sealed class NetworkShape(
    Activation activation, OutputKind output, ImmutableArray<BankShape> wordBanks, ImmutableArray<BankShape> embeddingBanks)
{
    /// <summary>The function after the max-pool.</summary>
    public Activation Activation { get; } = activation;

    /// <summary>How logits become probabilities.</summary>
    public OutputKind Output { get; } = output;

    /// <summary>The filters over one-hot words.</summary>
    public ImmutableArray<BankShape> WordBanks { get; } = wordBanks;

    /// <summary>The filters over an embedding.</summary>
    public ImmutableArray<BankShape> EmbeddingBanks { get; } = embeddingBanks;

    /// <summary>All filters, those over one-hot words first.</summary>
    public ImmutableArray<BankShape> Banks => [.. WordBanks, .. EmbeddingBanks];

    /// <param name="network">The network.</param>
    /// <param name="quantized">Whether filters in 8 bits are stored as such.</param>
    public static NetworkShape Of(Network<float> network, bool quantized)
    {
        BankShape[] banks = Array.ConvertAll(
            network.Banks,
            bank => new BankShape(bank.Table.Width, bank.Padding, quantized ? bank.Table.Quantized?.Words : null));
        return new NetworkShape(
            network.Activation, network.Output.Function.Kind, [.. banks[..network.WordBanks]], [.. banks[network.WordBanks..]]);
    }

    /// <summary>Returns the suffix of the names of a bank's tensors, as in <see cref="ConvNet.Parameters"/>.</summary>
    public string Suffix(int bank) =>
        ParameterNames.Suffix(Banks[bank].Width, bank >= WordBanks.Length, WordBanks.Length, EmbeddingBanks.Length);

    public string ToJson() => new JsonObject
    {
        ["activation"] = Activation.ToString(),
        ["output"] = Output.ToString(),
        ["filters"] = ToJson(WordBanks),
        ["embeddingFilters"] = ToJson(EmbeddingBanks),
    }.ToJsonString();

    /// <exception cref="InvalidDataException">The JSON doesn't describe a network.</exception>
    public static NetworkShape Parse(string json)
    {
        JsonFields fields = JsonFields.Parse(json, "network");
        var form = new NetworkShape(
            fields.Enumeration<Activation>("activation"),
            fields.Enumeration<OutputKind>("output"),
            [.. fields.Objects("filters").Select(BankShape.Of)],
            [.. fields.Objects("embeddingFilters").Select(BankShape.Of)]);
        foreach (ImmutableArray<BankShape> banks in new[] { form.WordBanks, form.EmbeddingBanks })
        {
            bool outOfRange = banks.Any(bank => bank.Width is < 1 or > FilterGroup.MaximumWidth);
            if (outOfRange || banks.DistinctBy(bank => bank.Width).Count() < banks.Length)
            {
                string widths = string.Join(", ", banks.Select(bank => FormattableString.Invariant($"{bank.Width}")));
                throw new InvalidDataException(
                    $"the network has filters of widths {widths}; different widths from 1 to {FilterGroup.MaximumWidth} were expected");
            }
        }

        return form.Banks.IsEmpty ? throw new InvalidDataException("the network has no filters") : form;
    }

    private static JsonArray ToJson(ImmutableArray<BankShape> banks) => [.. banks.Select(bank => bank.ToJson())];
}
