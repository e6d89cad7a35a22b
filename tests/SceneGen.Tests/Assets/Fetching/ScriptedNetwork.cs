using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using SceneGen.Assets.Fetching.Transfer;

namespace SceneGen.Tests.Assets.Fetching;

/// <summary>
/// A network whose names mean what the test says, and another thing the next time if it says so. Who is called is written
/// down; nobody answers but on this machine.
/// </summary>
internal sealed class ScriptedNetwork
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string[]>> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly ConcurrentQueue<string> _called = new();

    public IReadOnlyList<string> Asked => [.. _asked];

    public IReadOnlyList<string> Called => [.. _called];

    public string Default { get; init; } = "10.1.2.3";

    public ScriptedNetwork With(string name, params string[] addresses)
    {
        _names.GetOrAdd(name, _ => new ConcurrentQueue<string[]>()).Enqueue(addresses);
        return this;
    }

    public Network Give() => new(ResolveAsync, ConnectAsync);

    private Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        _asked.Enqueue(host);
        if (IPAddress.TryParse(host, out var literal))
        {
            return Task.FromResult<IPAddress[]>([literal]);
        }

        var addresses = _names.TryGetValue(host, out var answers) && answers.TryDequeue(out var next) ? next : [Default];
        return Task.FromResult(addresses.Select(IPAddress.Parse).ToArray());
    }

    private async Task<Stream> ConnectAsync(IPEndPoint address, CancellationToken cancellationToken)
    {
        _called.Enqueue(address.ToString());
        return IPAddress.IsLoopback(address.Address)
            ? await Network.OfMachine.Connect(address, cancellationToken)
            : throw new SocketException((int)SocketError.ConnectionRefused);
    }
}
