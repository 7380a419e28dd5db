using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace MaxPoolConvNet;

/// <summary>
/// The items of a stream that are predicted together. The first block is small, so that the first results arrive early; the size doubles
/// with each block, up to a limit. If the source, an item or its prediction fails, the exception is kept until the earlier results have
/// been returned.
/// </summary>
/// <param name="textOf">Returns the text of an item.</param>
internal sealed class StreamBlock<T>(Func<T, string> textOf)
{
    private const int FirstItems = 32;
    private const int MostItems = 1_024;
    private const int MostCharacters = 1 << 20;

    private readonly List<T> _items = [];
    private readonly List<string> _texts = [];
    private readonly Prediction[] _predictions = new Prediction[MostItems];
    private readonly ExceptionDispatchInfo?[] _failures = new ExceptionDispatchInfo?[MostItems];
    private ExceptionDispatchInfo? _failureBehind;
    private int _room = FirstItems;
    private long _characters;
    private long _itemsBefore;

    public int Count => _items.Count;

    public bool IsFull => Count >= _room || _characters >= MostCharacters;

    /// <summary>The item and its prediction. Throws the exception of the prediction if it failed.</summary>
    public (T Item, Prediction Prediction) this[int at]
    {
        get
        {
            _failures[at]?.Throw();
            return (_items[at], _predictions[at]);
        }
    }

    /// <summary>Empties the block.</summary>
    public void Next()
    {
        _itemsBefore += Count;
        _room = Math.Min(2 * _room, MostItems);
        _items.Clear();
        _texts.Clear();
        _characters = 0;
    }

    /// <summary>Adds items until the block is full.</summary>
    /// <returns>Whether there may be more items.</returns>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "The exception is thrown after the results before it are returned.")]
    public bool Fill(IEnumerator<T> source)
    {
        try
        {
            while (!IsFull)
            {
                if (!source.MoveNext()) return false;
                Add(source.Current);
            }

            return true;
        }
        catch (Exception failure)
        {
            Fail(failure);
            return false;
        }
    }

    /// <exception cref="ArgumentException">The item has no text.</exception>
    public void Add(T item)
    {
        string text = textOf(item)
            ?? throw new ArgumentException(FormattableString.Invariant($"the text of item {_itemsBefore + Count + 1} is null"));
        _items.Add(item);
        _texts.Add(text);
        _characters += text.Length;
    }

    /// <summary>Ends the stream with an exception after the items of the block.</summary>
    public void Fail(Exception failure) => _failureBehind = ExceptionDispatchInfo.Capture(failure);

    public void ThrowFailureBehind() => _failureBehind?.Throw();

    /// <summary>Predicts one text of the block. Several threads may call it, each for another text.</summary>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "The exception is thrown after the results before it are returned.")]
    public void Predict(int at, Func<string, Prediction> predict)
    {
        try
        {
            _predictions[at] = predict(_texts[at]);
        }
        catch (Exception failure)
        {
            _failures[at] = ExceptionDispatchInfo.Capture(failure);
        }
    }
}
