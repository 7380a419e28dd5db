namespace MaxPoolConvNet.Native;

/// <summary>Turns exceptions into what a C program gets: a status, and the message of <c>maxpool_last_error</c>.</summary>
internal static class Failure
{
    /// <summary>Keeps the message for the calling thread. Throws nothing.</summary>
    /// <returns>The status to return.</returns>
    public static int Of(Exception problem)
    {
        try
        {
            LastError.Set(Message(problem));
        }
        catch (OutOfMemoryException)
        {
            LastError.Clear();
        }

        return (int)StatusOf(problem);
    }

    private static Status StatusOf(Exception problem) => problem switch
    {
        StatusException known => known.Status,
        InvalidDataException => Status.InvalidModel,
        IOException or UnauthorizedAccessException => Status.FileNotReadable,
        OutOfMemoryException => Status.OutOfMemory,
        ArgumentException => Status.InvalidArgument,
        _ => Status.Failed,
    };

    /// <summary>The message, without what only means something in .NET: the name of a parameter, and the value that is repeated.</summary>
    private static string Message(Exception problem)
    {
        if (problem is not ArgumentException { ParamName: { } parameter }) return problem.Message;
        int end = problem.Message.IndexOf($" (Parameter '{parameter}')", StringComparison.Ordinal);
        return end < 0 ? problem.Message : problem.Message[..end];
    }
}
