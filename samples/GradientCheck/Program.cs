using MaxPoolConvNet.Samples.GradientCheck;

// The writeup's check of both gradients; with --trace an example small enough to follow by hand.
switch (args)
{
    case []:
        return WriteupCheck.Run();
    case ["--trace"]:
        Trace.Run();
        return 0;
    default:
        Console.Error.WriteLine($"error: '{string.Join(' ', args)}' is no option; use none for the writeup's check, or --trace");
        return 2;
}
