using TorchSharp;
using Modules = TorchSharp.Modules;

namespace MaxPoolConvNet.Benchmarks.Peers.Torch;

/// <summary>
/// Kim's network in libtorch. It is given the cheapest form that was found for it: Conv1d (a step with Conv2d over k × 300 took 1.7 times as long),
/// maxima by amax, bias and tanh after the max-pool, dropout on h, the loss from the logit.
/// </summary>
internal sealed class TorchKim : torch.nn.Module<TorchBatch, torch.Tensor>
{
    private readonly Modules.Embedding _embedding;
    private readonly Modules.Conv1d[] _convolutions;
    private readonly Modules.Parameter _bias;
    private readonly Modules.Dropout _dropout;
    private readonly Modules.Linear _output;

    /// <param name="words">Words that have an id; one more vector, zero and never trained, is that of padding.</param>
    /// <param name="gradients">The form of the embedding's gradients.</param>
    /// <param name="dropout">The rate of dropout in training.</param>
    public TorchKim(int words, TorchGradients gradients, double dropout = KimForm.Dropout)
        : base(nameof(TorchKim))
    {
        _embedding = torch.nn.Embedding(words + 1, KimForm.Dimension, padding_idx: words, sparse: gradients == TorchGradients.Sparse);
        _convolutions = [.. KimForm.Widths.Select(width => torch.nn.Conv1d(KimForm.Dimension, KimForm.FiltersPerWidth, width, bias: false))];
        _bias = new Modules.Parameter(torch.zeros(KimForm.Features));
        _dropout = torch.nn.Dropout(dropout);
        _output = torch.nn.Linear(KimForm.Features, 1);
        RegisterComponents();
        for (int w = 0; w < _convolutions.Length; w++)
            register_module($"filters{KimForm.Widths[w]}", _convolutions[w]);
    }

    /// <returns>A logit for each text.</returns>
    public override torch.Tensor forward(TorchBatch input)
    {
        torch.Tensor columns = _embedding.forward(input.WordIds).transpose(1, 2);

        // the copy makes the way back cheaper by more than it costs; without a way back it is none
        if (training) columns = columns.contiguous();
        torch.Tensor pooled = torch.cat([.. _convolutions.Select((convolution, w) => convolution.forward(columns).add_(input.Penalties[w]).amax([2]))], 1);
        torch.Tensor features = _dropout.forward((pooled + _bias).tanh_());
        return _output.forward(features).squeeze(1);
    }

    /// <summary>The mean of −L.</summary>
    public torch.Tensor Loss(TorchBatch batch) =>
        torch.nn.functional.binary_cross_entropy_with_logits(call(batch), batch.Labels);

    /// <summary>The probabilities of class 1, without dropout and without what a way back needs.</summary>
    public float[] Predict(IEnumerable<TorchBatch> batches)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable noGradients = torch.inference_mode();
        eval();
        return [.. batches.SelectMany(batch => call(batch).sigmoid().data<float>().ToArray())];
    }

    /// <summary>Takes over the weights of the library's network.</summary>
    public void Load(KimWeights weights)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable noGradients = torch.no_grad();
        foreach ((torch.Tensor parameter, float[] entries) in Parameters().Zip(weights.Blocks, (parameter, block) => (parameter, block.Entries)))
        {
            // of the embedding all but the row of padding, which the library hasn't
            torch.Tensor flat = parameter.view(-1);
            flat.narrow(0, 0, entries.Length).copy_(torch.tensor(entries));
        }
    }

    /// <summary>The weights.</summary>
    public KimWeights Weights() => Gathered(parameter => parameter);

    /// <summary>The gradients of the log-likelihood, after the way back of the loss, which is its negative.</summary>
    public KimWeights Gradients() => Gathered(parameter => parameter.grad!.to_dense().neg());

    private KimWeights Gathered(Func<Modules.Parameter, torch.Tensor> block)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable noGradients = torch.no_grad();
        float[][] blocks = [.. Parameters().Select(parameter => block(parameter).contiguous().data<float>().ToArray())];
        int widths = KimForm.Widths.Count;
        return new KimWeights(blocks[0][..^KimForm.Dimension], blocks[1..(1 + widths)], blocks[^3], blocks[^2], blocks[^1]);
    }

    /// <summary>The parameters in the order of <see cref="KimWeights.Blocks"/>.</summary>
    private IEnumerable<Modules.Parameter> Parameters() =>
        [_embedding.weight!, .. _convolutions.Select(convolution => convolution.weight!), _bias, _output.weight, _output.bias!];
}
