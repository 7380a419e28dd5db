namespace MaxPoolConvNet.Benchmarks.Doctor;

/// <summary>What a part of the benchmark needs.</summary>
/// <param name="Folder">The folder of the data sets.</param>
/// <param name="Seeds">The seeds of planted faults.</param>
/// <param name="Shown">The number of findings to list.</param>
internal sealed record DoctorSettings(string Folder, int[] Seeds, int Shown);
