namespace MaxPoolConvNet.Training;

/// <summary>Writes or reads the numbers of a training.</summary>
/// <remarks>An object with such numbers passes them in one method and one order, which serves both directions.</remarks>
internal interface ITrainingState
{
    /// <summary>The stream that is written or read.</summary>
    Stream Stream { get; }

    /// <summary>Writes or reads numbers whose count depends only on the configuration.</summary>
    void Exchange(Span<float> numbers);

    /// <summary>Writes or reads a number from 0 to <paramref name="most"/>.</summary>
    void Exchange(ref long number, long most = long.MaxValue);

    /// <summary>Writes or reads a number, which may be NaN.</summary>
    void Exchange(ref double number);
}
