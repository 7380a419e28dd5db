namespace MaxPoolConvNet.Stress;

/// <summary>Interrupts threads at random places, by a seed, so that they meet in ways that a quiet machine rarely shows.</summary>
internal sealed class Yields(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Perhaps gives the processor to another thread, or waits for a moment. One thread at a time.</summary>
    public void Perhaps()
    {
        switch (_random.Next(16))
        {
            case 0:
                Thread.Yield();
                break;
            case 1:
                Thread.Sleep(0);
                break;
            case 2:
                Thread.SpinWait(_random.Next(2_000));
                break;
        }
    }

    /// <summary>A number below another.</summary>
    public int Below(int count) => _random.Next(count);
}
