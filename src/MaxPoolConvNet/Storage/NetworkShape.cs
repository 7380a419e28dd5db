using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Storage;

/// <summary>What a network's tensors don't say themselves. Kept as JSON in the file's metadata.</summary>
/// <param name="Activation">What follows the max-pool.</param>
/// <param name="Output">How logits become probabilities.</param>
/// <param name="WordBanks">The filters over the text's own words.</param>
/// <param name="EmbeddingBanks">The filters over an embedding.</param>
internal sealed record NetworkShape(Activation Activation, OutputKind Output, ImmutableArray<BankShape> WordBanks, ImmutableArray<BankShape> EmbeddingBanks)
{
    /// <summary>All filters, those over words first.</summary>
    public ImmutableArray<BankShape> Banks => [.. WordBanks, .. EmbeddingBanks];

    public static NetworkShape Of(Network<float> network)
    {
        BankShape[] banks = Array.ConvertAll(network.Banks, bank => new BankShape(bank.Table.Width, bank.Padding));
        return new NetworkShape(network.Activation, network.Output.Function.Kind, [.. banks[..network.WordBanks]], [.. banks[network.WordBanks..]]);
    }

    /// <summary>What tells a bank's tensors from another's, as in the names of <see cref="ConvNet.Parameters"/>.</summary>
    public string Suffix(int bank) => ParameterNames.Suffix(Banks[bank].Width, bank >= WordBanks.Length, WordBanks.Length, EmbeddingBanks.Length);

    public string ToJson() => new JsonObject
    {
        ["activation"] = Activation.ToString(),
        ["output"] = Output.ToString(),
        ["filters"] = ToJson(WordBanks),
        ["embeddingFilters"] = ToJson(EmbeddingBanks),
    }.ToJsonString();

    /// <exception cref="InvalidDataException">It is no such form, or one that no network has.</exception>
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
            if (banks.Any(bank => bank.Width is < 1 or > FilterGroup.MaximumWidth) || banks.DistinctBy(bank => bank.Width).Count() < banks.Length)
                {
                throw new InvalidDataException(FormattableString.Invariant(
                    $"the network has filters of the widths {string.Join(", ", banks.Select(bank => bank.Width))}; different ones from 1 to {FilterGroup.MaximumWidth} were expected"));
            }
        }

        return form.Banks.IsEmpty ? throw new InvalidDataException("the network has no filters") : form;
    }

    private static JsonArray ToJson(ImmutableArray<BankShape> banks) => [.. banks.Select(bank => bank.ToJson())];
}
