namespace MaxPoolConvNet.Benchmarks.Peers;

/// <summary>A piece of work that the library and its peers are measured on.</summary>
internal interface IPeerRow
{
    /// <summary>What the command line calls it.</summary>
    string Name { get; }

    /// <summary>What the table calls it: work, sizes, threads.</summary>
    string Title { get; }

    /// <summary>Whether libtorch is measured on the network: not where its numbers are wrong.</summary>
    bool HasTorch { get; }

    /// <summary>Measures all sides.</summary>
    /// <returns>A table in Markdown.</returns>
    IEnumerable<string> Measure(PeerSetting setting);
}
