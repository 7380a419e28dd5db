using System.Runtime.InteropServices;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>The steps of an optimizer's rule for each kind of parameter, and the rule's memory.</summary>
internal sealed class ParameterSteps<TRule>
    where TRule : struct, IUpdateRule<TRule>
{
    /// <summary>The most cache lines per filter that are prefetched to have its entry among them.</summary>
    private const int LinesPerFilter = 4;

    private readonly TRule _rule;
    private readonly StepMemory[] _filters;
    private readonly StepMemory[] _filterBiases;
    private readonly StepMemory[] _outputRows;
    private readonly StepMemory _outputBias;
    private readonly double? _maxNorm;
    private readonly FilterSharing? _sharing;
    private long _step;

    public ParameterSteps(Network<float> network, TRule rule, double? maxNorm, FilterSharing? sharing)
    {
        Network = network;
        _rule = rule;
        _maxNorm = maxNorm;
        _sharing = sharing;
        _filters = Array.ConvertAll(network.Tables[..network.WordBanks], OfFilters);
        _filterBiases = Array.ConvertAll(network.Tables, table => StepMemory.OfRows(TRule.Memories, table.Stride));
        _outputRows = [.. Enumerable.Range(0, network.Output.Logits).Select(_ => StepMemory.OfRows(TRule.Memories, network.Output.Stride))];
        _outputBias = StepMemory.OfEntries<TRule>(network.Output.Logits);
    }

    public Network<float> Network { get; }

    /// <summary>The rule of this step.</summary>
    public TRule Rule { get; private set; }

    /// <summary>Begins the next step with a factor of the learning rate. Must be called before the parameters are stepped.</summary>
    public void Begin(double rate) => Rule = RuleAt(++_step, rate, texts: 1);

    /// <summary>The rule of a step of parameters that aren't stepped each time.</summary>
    public TRule RuleAt(long step, double rate, int texts) => _rule.AtStep(step, rate, texts);

    /// <summary>Writes or reads the number of steps made and the rule's memory.</summary>
    public void Exchange(ITrainingState state)
    {
        state.Exchange(ref _step);
        StateBank[] banks = [.. state.Banks(Network)];
        foreach (StateBank bank in banks.Where(bank => !bank.IsEmbedded))
            ExchangeBank(_filters, bank);
        foreach (StateBank bank in banks)
            ExchangeBank(_filterBiases, bank);
        foreach (StepMemory memory in _outputRows)
            memory.Exchange(state.ExchangeFeatures);
        _outputBias.Exchange(state.Exchange);

        void ExchangeBank(StepMemory[] memories, StateBank bank)
        {
            StepMemory memory = bank.Own is { } own ? memories[own] : StepMemory.OfRows(0, 0);
            memory.Exchange(numbers => state.ExchangeBank(numbers, bank.Whole));
        }
    }

    /// <summary>Makes the memory of the filters' steps available to other networks. No further step can be made.</summary>
    public void Release()
    {
        foreach (StepMemory memory in _filters)
            memory.Release();
    }

    /// <summary>Prefetches the entries of a bank's filters for the words of a text, and the rule's memory of them.</summary>
    public void Prefetch(int bank, ReadOnlySpan<int> wordIds)
    {
        FilterTable<float> table = Network.Tables[bank];
        wordIds = table.Trim(wordIds);
        table.PrefetchRows(wordIds);

        // of the rule's memory only the entries of winning windows are needed, which for a long text are a small fraction
        int linesOfRows = wordIds.Length * (table.Stride / AlignedArray<float>.EntriesPerLine);
        if (linesOfRows > LinesPerFilter * table.Filters) return;
        if (TRule.RemembersSums) table.PrefetchRows(wordIds, ref MemoryMarshal.GetReference(_filters[bank].Sums));
        else if (TRule.Memories > 0) table.PrefetchRows(wordIds, ref MemoryMarshal.GetReference(_filters[bank].First));
        if (TRule.Memories > 1) table.PrefetchRows(wordIds, ref MemoryMarshal.GetReference(_filters[bank].Second));
    }

    /// <summary>Steps single entries of a bank's filters.</summary>
    public EntryStep<TRule> Filters(int bank)
    {
        FilterTable<float> table = Network.Tables[bank];
        return table.Rounded is { } rounded
            ? new(Rule, [], rounded.Entries, _filters[bank])
            : new(Rule, table.Entries, [], _filters[bank]);
    }

    /// <summary>Steps a bank's biases, if it has any.</summary>
    /// <param name="bank">The bank.</param>
    /// <param name="scale">The factor of every gradient.</param>
    /// <param name="gradients">The gradients, as many as the table's stride; zero beyond the filters.</param>
    public void FilterBias(int bank, float scale, ReadOnlySpan<float> gradients)
    {
        if (Network.Banks[bank].Bias is { } bias)
            Lanes.Run<DenseStep<TRule>, float>(new DenseStep<TRule>(Rule, scale, gradients, bias, _filterBiases[bank]));
    }

    /// <summary>Steps a row of V.</summary>
    /// <param name="logit">The row.</param>
    /// <param name="scale">The factor of every gradient.</param>
    /// <param name="gradients">The gradients, in whole cache lines; zero beyond the features.</param>
    public void Output(int logit, float scale, ReadOnlySpan<float> gradients)
    {
        Span<float> row = Network.Output.Row(logit);
        Lanes.Run<DenseStep<TRule>, float>(new DenseStep<TRule>(Rule, scale, gradients, row, _outputRows[logit]));
    }

    /// <summary>Shortens the rows of V to the largest norm allowed, after all of them were stepped.</summary>
    public void ShortenOutput()
    {
        if (_maxNorm is not { } most) return;
        double[] squares = new double[Network.Output.Logits];
        Squares(squares);
        for (int logit = 0; logit < squares.Length; logit++)
        {
            double norm = Math.Sqrt(squares[logit]);
            if (!(norm > most)) continue;
            float shrink = (float)(most / norm);
            foreach (ref float entry in Network.Output.Row(logit))
                entry *= shrink;
        }
    }

    private static StepMemory OfFilters(FilterTable<float> table) =>
        table.Rounded is { } rounded ? StepMemory.OfEntries(rounded) : StepMemory.OfEntries<TRule>(table.Length);

    /// <summary>Computes the sum of the squares of each row of V.</summary>
    private void Squares(Span<double> squares)
    {
        if (_sharing is null)
        {
            for (int logit = 0; logit < squares.Length; logit++)
                squares[logit] = SumOfSquares.Of<float>(Network.Output.Row(logit));
            return;
        }

        int shards = FilterShards.Count(Network.Features);
        double[] own = new double[squares.Length * shards];
        for (int at = 0; at < own.Length; at++)
            own[at] = SumOfSquares.OfShard<float>(Network.Output.Row(at / shards), at % shards);
        _sharing.AddUp(own, squares);
    }

    /// <summary>Steps the output's biases, if it has any.</summary>
    public void OutputBias(float scale, ReadOnlySpan<float> gradients)
    {
        if (Network.Output.Bias is not { } bias) return;
        var step = new EntryStep<TRule>(Rule, bias, [], _outputBias);
        for (int c = 0; c < gradients.Length; c++)
            step.Step(c, scale * gradients[c]);
    }
}
