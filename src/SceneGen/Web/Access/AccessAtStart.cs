using SceneGen.Access.Keys;
using SceneGen.Web.Http.Security;

namespace SceneGen.Web.Access;

/// <summary>Before a port is open: where other machines reach the service, there have to be keys to tell callers apart.</summary>
internal sealed class AccessAtStart(IConfiguration configuration, KeyBook keys) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if ((await keys.OpenAsync(cancellationToken)).IsEmpty && ListenAddresses.Reachable(configuration) is { } url)
        {
            throw new InvalidOperationException(
                $"The address {url} can be reached from other machines, and there are no API keys to tell callers "
                + "apart: add one with 'keys add NAME --scopes scenes,ops', or listen on loopback, such as "
                + "--urls http://127.0.0.1:5080.");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
