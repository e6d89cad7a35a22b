using Microsoft.Extensions.Hosting;

namespace SceneGen.Tests.Simulator.Infrastructure;

/// <summary>Takes its time while the host starts, and remembers what it saw at the end of it.</summary>
internal sealed class LongStart(Func<int> look) : IHostedService
{
    public int Seen { get; private set; } = -1;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // That something does not happen has no condition to wait for; a slow machine can only make this pass.
        await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
        Seen = look();
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        return Task.CompletedTask;
    }
}
