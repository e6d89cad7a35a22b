using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Scenes.Live;
using SceneGen.Scenes.Words;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Infrastructure;
using SceneGen.Web.Scenes.Live;

namespace SceneGen.Tests.Web.Scenes.Live;

public sealed class When_a_watcher_does_not_read : IAsyncLifetime
{
    private static readonly TimeSpan Quarter = TimeSpan.FromSeconds(15);

    private readonly SqliteDatabase _database = new();
    private readonly ManualTime _time = new();
    private readonly Lifetime _lifetime = new();
    private LiveService _service = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _service = await new LiveService(_database.ConnectionString).StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task it_is_cut_off_rather_than_waited_for()
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 50, resumeWriterThreshold: 25));
        var showing = ShowAsync(pipe);

        await TellTimeAsync();
        await showing.WaitAsync(Stop);

        Assert.True(_lifetime.IsAborted);
    }

    [Fact]
    public async Task one_that_reads_hears_a_beat_when_nothing_happens()
    {
        var pipe = new Pipe();
        var showing = ShowAsync(pipe);

        await TellTimeAsync();
        var text = new StringBuilder();
        while (!text.ToString().EndsWith("\n\n:\n\n", StringComparison.Ordinal))
        {
            var read = await pipe.Reader.ReadAsync(Stop);
            text.Append(Encoding.UTF8.GetString(read.Buffer));
            pipe.Reader.AdvanceTo(read.Buffer.End);
        }

        Assert.StartsWith("retry: 2000\n\nevent: scene\nid: 0\ndata: {\"sequence\":0,", text.ToString(), StringComparison.Ordinal);
        _lifetime.Abort();
        await showing.WaitAsync(Stop);
    }

    [Fact]
    public async Task one_that_stays_has_to_ask_again_after_ten_minutes_or_a_little_more()
    {
        var showing = ShowAsync(new Pipe());

        await TellTimeAsync();
        Assert.False(showing.IsCompleted);
        await TellTimeAsync(TimeSpan.FromMinutes(11) - Quarter);
        await showing.WaitAsync(Stop);

        Assert.False(_lifetime.IsAborted);
    }

    private async Task TellTimeAsync(TimeSpan? time = null)
    {
        while (!_time.IsWaitedForIn(Quarter))
        {
            await Task.Delay(10, Stop);
        }

        _time.Advance(time ?? Quarter);
    }

    private Task ShowAsync(Pipe pipe)
    {
        var http = new DefaultHttpContext();
        http.Features.Set<IHttpRequestLifetimeFeature>(_lifetime);
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(pipe.Writer.AsStream()));
        var services = _service.Services;
        var stream = ActivatorUtilities.CreateInstance<SceneStream>(services, _time);
        var scene = A.SceneIn("Submitting");
        var watched = ActivatorUtilities.CreateInstance<WatchedScene>(services, scene.CorrelationId);
        return stream.ShowAsync(
            http,
            Language.English,
            new Beginning(new SceneSnapshot(scene, []), known: null),
            new Watching(services.GetRequiredService<SceneChanges>(), watched, _time));
    }

    private sealed class Lifetime : IHttpRequestLifetimeFeature
    {
        private readonly CancellationTokenSource _aborted = new();

        public bool IsAborted => _aborted.IsCancellationRequested;

        public CancellationToken RequestAborted
        {
            get => _aborted.Token;
            set => throw new NotSupportedException();
        }

        public void Abort() => _aborted.Cancel();
    }
}
