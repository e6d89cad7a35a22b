using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Scenes.Live;
using SceneGen.Scenes.Timeline;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Infrastructure;
using SceneGen.Tests.Web.Scenes.Live;
using SceneGen.Web.Scenes.Live;

namespace SceneGen.Tests.Web.Attacks.Held;

public sealed class When_watchers_never_read : IAsyncLifetime
{
    private const int Many = 20;
    private const int Changes = 12;

    /// <summary>More than the server, the machine and the reader keep of what nobody reads.</summary>
    private const int Past = 500;

    private const int SmallBuffer = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly SqliteDatabase _database = new();
    private readonly ManualTime _time = new();
    private LiveService _service = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private int Seats => _service.Services.GetRequiredService<WatcherSeats>().Taken;

    public async ValueTask InitializeAsync()
        => _service = await new LiveService(_database.ConnectionString, ("Live:CatchUp", "60s")) { Alter = Alter }.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task they_are_let_go_and_nothing_is_kept_for_them()
    {
        var scene = await AddSceneWithPastAsync();
        var idle = new List<TcpClient>();
        for (var one = 0; one < Many; one++)
        {
            idle.Add(await AskAsync($"/api/scenes/{scene}/events?lastEventId=1"));
        }

        await UntilAsync(() => Seats == Many && _time.WaitersFor(Patience) == Many);
        var kept = await ServeReaderBesideAsync(scene);
        await UntilAsync(() => Seats == Many);

        _time.Advance(Patience);
        await UntilAsync(() => Seats == 0);
        await UntilAsync(() => idle.TrueForAll(IsOver));
        GC.Collect();
        Assert.InRange(kept.Count(one => one.IsAlive), 0, 1);
        idle.ForEach(socket => socket.Dispose());
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < Longest, "What was waited for did not come.");
            await Task.Delay(10, Stop);
        }
    }

    /// <summary>Reads what was under way, up to the end of the connection.</summary>
    private static bool IsOver(TcpClient socket)
    {
        var buffer = new byte[SmallBuffer];
        try
        {
            while (socket.Client.Poll(0, SelectMode.SelectRead))
            {
                if (socket.Client.Receive(buffer) == 0)
                {
                    return true;
                }
            }

            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }

    /// <summary>What the machine keeps of an answer is small, and how long a watcher is waited for the test's.</summary>
    private void Alter(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<SceneStream>(services, _time));
        builder.Services.Configure<SocketTransportOptions>(sockets => sockets.CreateBoundListenSocket = address =>
        {
            var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(address);
            socket.SendBufferSize = SmallBuffer;
            return socket;
        });
    }

    private async Task<Guid> AddSceneWithPastAsync()
    {
        var scene = (await _service.AddAsync("Submitting")).CorrelationId;
        await _service.ChangeAsync(scene, (state, now) =>
        {
            for (var one = 0; one < Past; one++)
            {
                state.CurrentState = one % 2 == 0 ? "Generating" : "Submitting";
                state.NoteTransition(now);
            }
        });
        return scene;
    }

    private async Task<TcpClient> AskAsync(string path)
    {
        var socket = new TcpClient { ReceiveBufferSize = SmallBuffer };
        await socket.ConnectAsync("127.0.0.1", _service.Http.BaseAddress!.Port, Stop);
        await RawHttp.TryWriteAsync(socket.GetStream(), $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        return socket;
    }

    /// <summary>One that reads hears of each change at once; what it was shown may be forgotten then.</summary>
    private async Task<List<WeakReference>> ServeReaderBesideAsync(Guid scene)
    {
        using var reader = await _service.WatchAsync(scene);
        var newest = (await reader.NextAsync())!.Value.Id;
        using var watching = _service.Services.GetRequiredService<SceneChanges>().Watch(scene);
        var shown = new List<WeakReference>();
        for (var change = 1; change <= Changes; change++)
        {
            shown.Add(await MoveAsync(watching, scene, change % 2 == 0 ? "Generating" : "Submitting"));
            Assert.Equal(newest + change, (await reader.NextAsync())!.Value.Id);
        }

        return shown;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<WeakReference> MoveAsync(Watching watching, Guid scene, string state)
    {
        await _service.EnterAsync(scene, state);
        return new WeakReference((await watching.NextAsync(Timeout.InfiniteTimeSpan, Stop))!.Snapshot);
    }
}
