namespace MaxPoolConvNet.Fuzz;

/// <summary>Something that reads: what it is fed with, and what it may do.</summary>
/// <remarks>Used by one thread at a time.</remarks>
internal interface IFuzzTarget : IDisposable
{
    /// <summary>The name on the command line.</summary>
    string Name { get; }

    /// <summary>Inputs that are read without an exception; mutations begin with them.</summary>
    IReadOnlyList<byte[]> Corpus { get; }

    /// <summary>Makes an input, from the random numbers alone.</summary>
    byte[] Make(Random random);

    /// <summary>Reads an input.</summary>
    /// <exception cref="BrokenPromiseException">It was read, but a promise about the result is broken.</exception>
    void Read(byte[] input);

    /// <summary>Whether the documentation names an exception for bad inputs.</summary>
    bool IsDocumented(Exception problem);

    /// <summary>The most bytes that reading an input may allocate.</summary>
    long MostAllocated(byte[] input);
}
