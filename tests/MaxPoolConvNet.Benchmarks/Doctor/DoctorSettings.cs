namespace MaxPoolConvNet.Benchmarks.Doctor;

/// <summary>What a part of the benchmark needs.</summary>
/// <param name="Folder">The folder of the data sets.</param>
/// <param name="Seeds">The seeds of planted faults.</param>
/// <param name="Shown">The number of findings to list.</param>
/// <param name="Sets">The sets to flip labels in; all if empty.</param>
internal sealed record DoctorSettings(string Folder, int[] Seeds, int Shown, string[] Sets)
{
    public string[] Chosen(string[] sets) => Sets is [] ? sets : [.. sets.Where(Sets.Contains)];
}
