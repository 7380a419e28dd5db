using Xunit.Sdk;
using Xunit.v3;

// two trainings at once would starve each other and the browser on two cores
[assembly: Parallelization(Mode = ParallelMode.None)]
