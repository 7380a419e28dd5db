using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>Trains the embedding and the filters over it.</summary>
/// <remarks>
/// The forward pass projects the distinct words of a batch through the filters and runs the texts on the resulting small table. In the
/// backward pass, <see cref="EmbeddingGradient{T}"/> adds up the gradients of the winning windows.
/// </remarks>
internal sealed class EmbeddingLearner<TRule>
    where TRule : struct, IUpdateRule<TRule>
{
    // the size of a chunk of work: threads share chunks evenly, and a chunk's data fits the cache; independent of the number of threads
    private const int WordsAtOnce = 16;

    private readonly EmbeddingTable<float> _embedding;
    private readonly WorkSharing _sharing;
    private readonly FilterSharing? _ranks;
    private readonly BatchWords _words;
    private readonly TransposedFilters<float> _filters;
    private readonly EmbeddingGradient<float> _gradient;
    private readonly EmbeddingGradientScratch<float>[] _scratch;
    private readonly StepMemory _filterMemory;
    private readonly StepMemory _wordMemory;
    private readonly Action<int, int> _sum;
    private readonly Action<int, int> _sumWords;
    private readonly Action<int, int> _step;
    private readonly Action<int, int> _sumAndStepWords;
    private readonly Action<int, int> _sumAndStepFilters;
    private TRule _rule;
    private float _scale;

    public EmbeddingLearner(Network<float> network, WorkSharing sharing, int batchSize, FilterSharing? ranks)
    {
        _embedding = network.Embedding!;
        _sharing = sharing;
        _ranks = ranks;
        _filters = new TransposedFilters<float>(network);
        _words = new BatchWords(network, _filters, sharing, batchSize);
        _gradient = new EmbeddingGradient<float>(network, _filters, batchSize);
        _scratch = [.. Enumerable.Range(0, sharing.Threads).Select(_ => new EmbeddingGradientScratch<float>())];
        _filterMemory = StepMemory.OfRows(TRule.Memories, _filters.Entries.Length);
        _wordMemory = StepMemory.OfRows(_embedding.TrainedDimension > 0 ? TRule.Memories : 0, _embedding.Entries.Length);
        _sum = SumChunk;
        _sumWords = SumWords;
        _step = StepChunk;
        _sumAndStepWords = (chunk, worker) =>
        {
            SumWords(chunk, worker);
            StepWords(chunk);
        };
        _sumAndStepFilters = (block, worker) =>
        {
            SumChunk(block, worker);
            StepFilters(block);
        };
    }

    /// <summary>The tables that the batch's texts run on.</summary>
    public FilterTable<float>[] Tables => _words.Tables;

    private int WordCount => _words.Words.Length;

    private int WordChunks => _embedding.TrainedDimension == 0 ? 0 : Chunks.Count(WordCount, WordsAtOnce);

    /// <summary>Returns the rows of the tables for the words of a text of the batch.</summary>
    public ReadOnlySpan<int> RowsOf(int text) => _words.RowsOf(text);

    /// <summary>Projects the words of a batch.</summary>
    public void Project(EncodedTexts texts, ReadOnlySpan<int> batch) => _words.Project(texts, batch);

    /// <summary>Collects the winning windows of a text after its backward pass. Several texts can do so at the same time.</summary>
    public void Collect(int text, Example example) => _gradient.Collect(text, RowsOf(text), example.Pass, example.Gradient);

    /// <summary>Adds up the gradients of the batch's texts.</summary>
    public void SumGradients(int texts)
    {
        _gradient.BeginSums(texts, WordCount);
        if (_ranks is null || WordChunks == 0)
        {
            _sharing.Run(_gradient.Blocks.Length + WordChunks, _sum);
            return;
        }

        // the first rank sums words first, and the others continue its sums while it sums filters
        if (!_ranks.IsFirst) _sharing.Run(_gradient.Blocks.Length, _sum);
        _ranks.Continue(_gradient.OfWords(..WordCount), SumWords);
        if (_ranks.IsFirst) _sharing.Run(_gradient.Blocks.Length, _sum);
        _ranks.BroadcastFromLast(_gradient.OfWords(..WordCount));
    }

    /// <summary>Adds the squares of the filters' summed gradients to the sum of each shard.</summary>
    public void AddSquares(Span<double> sums) => _gradient.AddSquaresOfFilters(sums);

    /// <summary>Returns the sum of the squares of the words' summed gradients.</summary>
    public double SquaredNormOfWords()
    {
        double sum = 0;
        for (int word = 0; word < WordCount && _embedding.TrainedDimension > 0; word++)
            sum += SumOfSquares.Of<float>(_gradient.OfWord(word));
        return sum;
    }

    /// <summary>Steps all filters and the vectors of the batch's words.</summary>
    public void Step(TRule rule, float scale)
    {
        (_rule, _scale) = (rule, scale);
        _sharing.Run(_gradient.Blocks.Length + WordChunks, _step);
    }

    /// <summary>Sums and steps in one; without ranks, each step finds its sum in the cache.</summary>
    public void SumAndStep(int texts, TRule rule, float scale)
    {
        if (_ranks is not null)
        {
            SumGradients(texts);
            Step(rule, scale);
            return;
        }

        // the sums of words read the filters; those of filters read copies of the vectors
        (_rule, _scale) = (rule, scale);
        _gradient.BeginSums(texts, WordCount);
        _sharing.Run(WordChunks, _sumAndStepWords);
        _sharing.Run(_gradient.Blocks.Length, _sumAndStepFilters);
    }

    /// <summary>Writes or reads the filters and the numbers that the rule remembers.</summary>
    public void Exchange(ITrainingState state)
    {
        state.ExchangeTransposed(_filters.Entries, _filters.Stride);
        _filterMemory.Exchange(numbers => state.ExchangeTransposed(numbers, _filters.Stride));
        _wordMemory.Exchange(state.Exchange);
    }

    /// <summary>Copies the filters back to the network.</summary>
    public void WriteBack() => _filters.WriteBack();

    private void SumWords() => _sharing.Run(WordChunks, _sumWords);

    private void SumWords(int chunk, int worker)
    {
        Range words = Chunks.Of(chunk, WordCount, WordsAtOnce);
        for (int word = words.Start.Value; word < words.End.Value; word++)
            _gradient.SumWord(word, _scratch[worker], continues: _ranks is { IsFirst: false });
    }

    private void SumChunk(int chunk, int worker)
    {
        if (chunk < _gradient.Blocks.Length)
        {
            _gradient.SumFilters(chunk, _words.Vectors, _scratch[worker]);
            return;
        }

        SumWords(chunk - _gradient.Blocks.Length, worker);
    }

    private void StepChunk(int chunk, int worker)
    {
        if (chunk < _gradient.Blocks.Length) StepFilters(chunk);
        else StepWords(chunk - _gradient.Blocks.Length);
    }

    private void StepFilters(int block)
    {
        FilterBlock filters = _gradient.Blocks[block];
        FilterTable<float> table = Tables[filters.Bank];
        for (int position = 0; position < table.Width; position++)
        {
            int first = (_filters.FirstRow(filters) + (position * table.Stride)) * _filters.Stride;
            Range own = first..(first + (filters.Count * _filters.Stride));
            Lanes.Run<DenseStep<TRule>, float>(
                new DenseStep<TRule>(_rule, _scale, _filters.Gradients[own], _filters.Entries[own], _filterMemory, first));
        }
    }

    private void StepWords(int chunk)
    {
        Range words = Chunks.Of(chunk, WordCount, WordsAtOnce);
        for (int row = words.Start.Value; row < words.End.Value; row++)
        {
            int word = _words.Words[row];
            Lanes.Run<DenseStep<TRule>, float>(
                new DenseStep<TRule>(_rule, _scale, _gradient.OfWord(row), _embedding.Row(word), _wordMemory, word * _embedding.Stride));

            // static entries have no gradient, but a weight decay would move them
            _words.Vectors.Slice(row * _embedding.Stride, _embedding.StaticDimension).CopyTo(_embedding.Row(word));
        }
    }
}
