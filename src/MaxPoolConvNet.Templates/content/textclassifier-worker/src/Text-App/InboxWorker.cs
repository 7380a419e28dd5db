using Microsoft.Extensions.Options;

namespace Text_App;

/// <summary>Sorts the inbox again and again, until the service stops.</summary>
public sealed class InboxWorker(Inbox inbox, IOptions<InboxOptions> options) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Interval);
        do
        {
            inbox.Sort();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
