using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>Writes or reads the numbers of a training.</summary>
/// <remarks>
/// An object with such numbers passes them in one method and one order, which serves both directions. It names what ranks that share the
/// filters of a network divide (see <see cref="SharedState"/>); elsewhere, all numbers are written or read as they are.
/// </remarks>
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

    /// <summary>The banks of the whole network.</summary>
    /// <param name="network">The network, or the own part of it.</param>
    IEnumerable<StateBank> Banks(Network<float> network) =>
        network.Banks.Select((_, bank) => new StateBank(bank, bank, bank >= network.WordBanks));

    /// <summary>Writes or reads rows of numbers, one per filter of a bank, each row in whole cache lines.</summary>
    void ExchangeBank(Span<float> numbers, int bank) => Exchange(numbers);

    /// <summary>Writes or reads a row of numbers, one per feature, in whole cache lines.</summary>
    void ExchangeFeatures(Span<float> numbers) => Exchange(numbers);

    /// <summary>Writes or reads numbers in the layout of <see cref="TransposedFilters{T}"/>.</summary>
    void ExchangeTransposed(Span<float> numbers, int stride) => Exchange(numbers);
}
