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
        database.Add(new SessionErasure { Sha256 = SessionMark.HashOf(Session), SessionId = Session, AskedAt = Noon, Number = 2 });
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
        => Assert.Null(await _erased.AdmitAsync(new SessionPass(Session, Noon.AddMinutes(minutes), erasures), Stop));

    [Theory]
    [InlineData(-60)]
    [InlineData(60)]
    public async Task what_was_signed_after_it_is_good_whenever_that_says_it_was(int minutes)
    {
        var last = await _erased.LastOfAsync(Session, Stop);

        Assert.Equal(2, last);
        Assert.NotNull(await _erased.AdmitAsync(new SessionPass(Session, Noon.AddMinutes(minutes), last), Stop));
    }

    /// <summary>Or what comes next from it would be taken for what was there before.</summary>
    [Fact]
    public async Task what_the_version_before_signed_after_it_goes_on_under_its_number()
        => Assert.Equal(2, (await _erased.AdmitAsync(new SessionPass(Session, Noon.AddMinutes(16)), Stop))?.LastErasure);

    /// <summary>This instance knew of a later one by then: by a clock that is right, or one that is a year ahead.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(365)]
    public async Task one_from_a_clock_that_is_behind_is_heard_of_too(int daysAhead)
    {
        _time.Advance(Noon - _time.GetUtcNow());
        await AddAsync("ahead", Noon.AddDays(daysAhead));
        Assert.Null(await _erased.AdmitAsync(new SessionPass(Session, Noon), Stop));
        await AddAsync("other", Noon.AddMinutes(-10));

        _time.Advance(TimeSpan.FromSeconds(3));

        Assert.Null(await _erased.AdmitAsync(new SessionPass("other", Noon.AddMinutes(-11)), Stop));
    }

    [Fact]
    public async Task a_session_that_was_never_erased_has_no_last_one()
        => Assert.Equal(0, await _erased.LastOfAsync("another", Stop));

    private async Task AddAsync(string session, DateTimeOffset at)
    {
        await using var scope = _services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SceneDbContext>();
        database.Add(new SessionErasure { Sha256 = SessionMark.HashOf(session), SessionId = session, AskedAt = at });
        await database.SaveChangesAsync(Stop);
    }
}
