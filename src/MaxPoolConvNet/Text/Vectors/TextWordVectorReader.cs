using System.Text;

namespace MaxPoolConvNet.Text;

/// <summary>Reads word vectors from lines of text, after the header if there is one.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class TextWordVectorReader(ByteReader bytes, string name, WordVectorHeader? header, WordVectorFileOptions options)
{
    /// <summary>The longest line that is read, in bytes: 100,000 numbers of 40 characters fit.</summary>
    public const int MaximumLineLength = 1 << 22;

    private const int MaximumQuote = 40;

    private WordVectorsBuilder? _builder;
    private int _dimension;
    private string _origin = "";
    private long _number = header is null ? 0 : 1;
    private long _count;

    public WordVectors Read()
    {
        if (header is { } known)
            Begin(known.Dimension, "the header");
        while (true)
        {
            ReadOnlySpan<byte> line = bytes.PeekLine(MaximumLineLength);
            if (line.IsEmpty)
                break;
            _number++;
            if (line.Length == MaximumLineLength && line[^1] != '\n')
                throw Error($"longer than {MaximumLineLength} bytes, the longest line that is read");
            ReadOnlySpan<byte> content = line.TrimEnd(" \t\r\n"u8);
            if (!content.IsEmpty)
                Add(content);
            bytes.Skip(line.Length);
        }
        if (_count == 0 && header?.Words > 0)
            throw Error($"the file ends here, after {_count} of the {header?.Words} vectors that its header promises");
        return _count == 0 || _builder is null
            ? throw new InvalidDataException($"{name}: no word vector in the file")
            : _builder.ToWordVectors(_count, header?.Words);
    }

    private WordVectorsBuilder Begin(int dimension, string origin)
    {
        if (options.Dimension is { } expected && expected != dimension)
        {
            throw Error($"vectors of {dimension} numbers, expected {expected} as in "
                + $"{nameof(WordVectorFileOptions)}.{nameof(WordVectorFileOptions.Dimension)}");
        }
        _dimension = dimension;
        _origin = origin;
        return _builder = new WordVectorsBuilder(name, "line", dimension, options.Words);
    }

    private WordVectorsBuilder BeginWith(ReadOnlySpan<byte> line)
    {
        int numbers = WordVectorFields.CountNumbers(line);
        return numbers is < 1 or > WordVectors.MaximumDimension
            ? throw Error($"{numbers} numbers after a word, expected 1 to {WordVectors.MaximumDimension}")
            : Begin(numbers, $"line {_number}");
    }

    private void Add(ReadOnlySpan<byte> line)
    {
        WordVectorsBuilder builder = _builder ?? BeginWith(line);
        int count = WordVectorFields.SplitLast(line, _dimension, out ReadOnlySpan<byte> word, out ReadOnlySpan<byte> numbers);
        if (count == _dimension && EndsWithNumber(word))
            count = WordVectorFields.CountNumbers(line);
        if (count != _dimension)
            throw Error($"{count} numbers, expected {_dimension} as in {_origin}");
        _count++;
        if (!builder.TryAdd(word.TrimStart(" \t"u8), _number, out Span<float> vector))
            return;
        for (int i = 0; i < vector.Length; i++)
        {
            ReadOnlySpan<byte> field = WordVectorFields.Take(ref numbers);
            if (!WordVectorFields.TryParse(field, out vector[i]))
                throw Error($"number {i + 1} is \"{Quote(field)}\", expected a finite number");
        }
    }

    /// <summary>Returns whether a word of several fields ends with a number: the line then has too many numbers.</summary>
    private static bool EndsWithNumber(ReadOnlySpan<byte> word) =>
        WordVectorFields.SplitLast(word, 1, out _, out ReadOnlySpan<byte> last) == 1 && WordVectorFields.TryParse(last, out _);

    private static string Quote(ReadOnlySpan<byte> field)
    {
        string text = Encoding.UTF8.GetString(field[..Math.Min(field.Length, MaximumQuote)]);
        return field.Length > MaximumQuote ? text + "…" : text;
    }

    private InvalidDataException Error(string message) => new($"{name}, line {Math.Max(_number, 1)}: {message}");
}
