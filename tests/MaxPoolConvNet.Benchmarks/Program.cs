using System.CommandLine;
using MaxPoolConvNet.Benchmarks;

return new RootCommand("Measures MaxPoolConvNet side by side with other programs, and prints Markdown.") { new FastTextCommand() }.Parse(args).Invoke();
