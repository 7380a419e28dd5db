using System.CommandLine;
using MaxPoolConvNet.Samples.Sentiment;

var command = new SentimentCommand();
ParseResult arguments = command.Parse(args);
if (arguments.Errors.Count > 0)
{
    Console.Error.WriteLine($"error: {arguments.Errors[0].Message}");
    return ExitCode.BadInput;
}

try
{
    return arguments.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception problem) when (problem
    is IOException or InvalidDataException or ArgumentException or ArithmeticException or UnauthorizedAccessException or OutOfMemoryException)
{
    Console.Error.WriteLine($"error: {OneLine.Of(problem)}");
    return ExitCode.BadInput;
}
