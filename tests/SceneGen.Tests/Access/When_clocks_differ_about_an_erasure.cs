using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SceneGen.Access.Sessions;
using SceneGen.Data;
using SceneGen.Scenes.Correlation;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Access;

/// <summary>The instance that erased a session says that it is noon; others have their own time.</summary>
public sealed class When_clocks_differ_about_an_erasure : IAsyncLifetime
{
    private const string Session = "session-1";
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly ManualTime _time = new();
    private readonly SqliteDatabase _database = new();
    private readonly ServiceProvider _services;
    private readonly ErasedSessions _erased;

    public When_clocks_differ_about_an_erasure()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("ConnectionStrings:Database", _database.ConnectionString)])
            .Build();
        _services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(_time).AddData(configuration).BuildServiceProvider();
        _erased = new ErasedSessions(
            _services.GetRequiredService<IServiceScopeFactory>(), _time, NullLogger<ErasedSessions>.Instance);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SceneDbContext>();
        await database.Database.EnsureCreatedAsync(Stop);
        database.Add(new SessionErasure { Sha256 = SessionMark.HashOf(Session), SessionId = Session, AskedAt = Noon, Times = 2 });
        await database.SaveChangesAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        _erased.Dispose();
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData(0, -60)]
    [InlineData(0, 10)]
    [InlineData(1, -60)]
    [InlineData(1, 60)]
    public async Task what_was_signed_before_it_is_over_whenever_that_says_it_was(int erasures, int minutes)
        => Assert.True(await _erased.IsOverAsync(new SessionPass(Session, Noon.AddMinutes(minutes), erasures), Stop));

    [Theory]
    [InlineData(-60)]
    [InlineData(60)]
    public async Task what_was_signed_after_it_is_good_whenever_that_says_it_was(int minutes)
    {
        var erasures = await _erased.CountAsync(Session, Stop);

        Assert.Equal(2, erasures);
        Assert.False(await _erased.IsOverAsync(new SessionPass(Session, Noon.AddMinutes(minutes), erasures), Stop));
    }

    /// <summary>It was written by a clock that is ten minutes behind, when this instance knew of a later one.</summary>
    [Fact]
    public async Task one_from_a_clock_that_is_behind_is_heard_of_too()
    {
        Assert.True(await _erased.IsOverAsync(new SessionPass(Session, Noon), Stop));
        await using (var scope = _services.CreateAsyncScope())
        {
            var database = scope.ServiceProvider.GetRequiredService<SceneDbContext>();
            database.Add(new SessionErasure { Sha256 = SessionMark.HashOf("other"), SessionId = "other", AskedAt = Noon.AddMinutes(-10) });
            await database.SaveChangesAsync(Stop);
        }

        _time.Advance(TimeSpan.FromSeconds(3));

        Assert.True(await _erased.IsOverAsync(new SessionPass("other", Noon.AddMinutes(-11)), Stop));
    }

    [Fact]
    public async Task a_session_that_was_never_erased_counts_none()
        => Assert.Equal(0, await _erased.CountAsync("another", Stop));
}
