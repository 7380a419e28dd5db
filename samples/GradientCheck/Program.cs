using MaxPoolConvNet.Samples.GradientCheck;

// The writeup's check of both gradients or, with --trace, an example small enough to follow by hand.
switch (args)
{
    case []:
        return WriteupCheck.Run();
    case ["--trace"]:
        Trace.Run();
        return 0;
    default:
        Console.Error.WriteLine($"error: '{string.Join(' ', args)}' is not an option; pass none for the writeup's check, or --trace");
        return 2;
}
