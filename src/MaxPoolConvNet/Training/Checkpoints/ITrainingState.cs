namespace MaxPoolConvNet.Training;

/// <summary>
/// What the numbers of a training are written to or read from. Whatever has such numbers names them once, in one order, for both ways.
/// </summary>
internal interface ITrainingState
{
    /// <summary>Numbers of a length that the configuration fixes.</summary>
    void Exchange(Span<float> numbers);

    /// <summary>A number.</summary>
    void Exchange(ref long number);

    /// <summary>A number.</summary>
    void Exchange(ref double number);
}
