using SceneGen.Access.Keys;
using SceneGen.Access.Sessions;
using SceneGen.Data;
using SceneGen.Web.Http.Security;

namespace SceneGen.Web.Access;

/// <summary>Before a port is open: where other machines reach the service, there have to be keys to tell callers apart.</summary>
internal sealed partial class AccessAtStart(
    IConfiguration configuration, KeyBook keys, ErasedSessions erased, TimeProvider time, ILogger<AccessAtStart> logger)
    : IHostedService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await HasNoKeysAsync(cancellationToken) && ListenAddresses.Reachable(configuration) is { } url)
        {
            throw new InvalidOperationException(
                $"The address {url} can be reached from other machines, and there are no API keys to tell callers "
                + "apart: add one with 'keys add NAME --scopes scenes,ops', or listen on loopback, such as "
                + "--urls http://127.0.0.1:5080.");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// A database that is slow, or away since its tables were seen to, ends no start. What all requests need is known then:
    /// the first of them do not wait for it.
    /// </summary>
    private async Task<bool> HasNoKeysAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await erased.RecallAsync(cancellationToken);
                return (await keys.OpenAsync(cancellationToken)).IsEmpty;
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested && DatabaseFault.IsOne(error))
            {
                Log.Waits(logger, error);
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Who may call could not be read; SceneGen tries again before it opens its port.")]
        public static partial void Waits(ILogger logger, Exception error);
    }
}
