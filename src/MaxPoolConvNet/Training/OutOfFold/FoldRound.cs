using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>One division of the training texts into folds.</summary>
internal sealed class FoldRound
{
    private readonly IReadOnlyList<LabeledText> _texts;
    private readonly int[] _folds;

    /// <summary>For each fold that is held out, the texts of the others; null if a network can't learn anything from them.</summary>
    private readonly LabeledText[]?[] _training;

    /// <summary>The labels of those texts.</summary>
    private readonly HashSet<string>[] _known;

    /// <param name="texts">The training texts.</param>
    /// <param name="folds">The number of folds.</param>
    /// <param name="heldOut">The number of folds that are held out.</param>
    /// <param name="seed">Another one gives another division.</param>
    public FoldRound(IReadOnlyList<LabeledText> texts, int folds, int heldOut, ulong seed)
    {
        _texts = texts;
        _folds = StratifiedSplit.FoldNumbers(texts, folds, seed);
        LabeledText[][] training =
            [.. Enumerable.Range(0, heldOut).Select(fold => texts.Where((_, text) => _folds[text] != fold).ToArray())];
        _training = [.. training.Select(of => AreOfTwoKinds(of) ? of : null)];
        _known = [.. training.Select(of => of.SelectMany(text => text.Labels).ToHashSet())];
    }

    /// <summary>Returns whether a network can predict a text: it is held out, and its labels occur in other folds.</summary>
    public bool Predicts(int text)
    {
        int fold = _folds[text];
        return fold < _training.Length && _training[fold] is not null && _texts[text].Labels.All(_known[fold].Contains);
    }

    /// <summary>Returns the parts that predict some texts.</summary>
    /// <param name="scored">The indices of texts that can be predicted.</param>
    public IEnumerable<FoldPart> Parts(int[] scored) => _training
        .Select((training, fold) => new FoldPart(
            training ?? [], [.. Enumerable.Range(0, scored.Length).Where(one => _folds[scored[one]] == fold)]))
        .Where(part => part.HeldOut.Length > 0);

    /// <summary>Returns whether texts have different labels, so that there is something to learn.</summary>
    public static bool AreOfTwoKinds(IReadOnlyList<LabeledText> texts) =>
        texts.Any(text => !text.Labels.SequenceEqual(texts[0].Labels));
}
