using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Messaging;
using SceneGen.Scenes.Messages;

namespace SceneGen.Scenes;

/// <summary>
/// Timers and messages on the in-memory bus end with the process; the scenes do not. At start each running scene is
/// told, and asks anew for what it waits for.
/// </summary>
internal sealed partial class SceneRecovery(IServiceScopeFactory scopes, IBus bus, ILogger<SceneRecovery> logger)
    : IHostedService
{
    private const int PageSize = 500;

    private static readonly string[] Running =
    [
        nameof(SceneStateMachine.AwaitingTheme),
        nameof(SceneStateMachine.Submitting),
        nameof(SceneStateMachine.Generating),
        nameof(SceneStateMachine.Storing),
        nameof(SceneStateMachine.RollingBack),
    ];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SceneDbContext>();
        var endpoint = await bus.GetSendEndpoint(Queues.Scenes);
        var resumed = 0;
        for (var last = Guid.Empty; ;)
        {
            var page = await database.Scenes
                .Where(scene => Running.Contains(scene.CurrentState) && scene.CorrelationId > last)
                .OrderBy(scene => scene.CorrelationId)
                .Select(scene => scene.CorrelationId)
                .Take(PageSize)
                .ToListAsync(cancellationToken);
            await endpoint.SendBatch(page.Select(id => new SceneResumed { SceneId = id }), cancellationToken);
            resumed += page.Count;
            if (page.Count < PageSize)
            {
                break;
            }

            last = page[^1];
        }

        if (resumed > 0)
        {
            Log.Resumed(logger, resumed);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Count} scenes were under way when the service last ended; they go on.")]
        public static partial void Resumed(ILogger logger, int count);
    }
}
