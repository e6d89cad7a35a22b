using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Access.Sessions;
using SceneGen.Tests.Infrastructure;
using SceneGen.Tests.Web.Access;

namespace SceneGen.Tests.Web.Attacks.Passes;

/// <summary>Kept by somebody until its time is over, and shown again.</summary>
public sealed class When_a_pass_has_expired(When_a_pass_has_expired.TimedServer server) : IClassFixture<When_a_pass_has_expired.TimedServer>
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private SessionSeal Seal => server.Services.GetRequiredService<SessionSeal>();

    [Fact]
    public Task a_sessions_cookie_is_good_for_180_days()
        => IsGoodForAsync(TimeSpan.FromDays(180), "/api/scenes", ("Cookie", $"scenegen_session={Seal.MakeCookie("late")}"));

    [Fact]
    public Task a_token_is_good_for_15_minutes()
        => IsGoodForAsync(TimeSpan.FromMinutes(15), "/api/scenes", AccessServer.Bearer(Seal.MakeToken("late")));

    [Fact]
    public async Task an_operators_cookie_is_good_for_8_hours()
    {
        using var entered = await server.SendAsync("POST", "/ops/enter", null, AccessServer.Bearer(KeyedServer.Ops));
        await IsGoodForAsync(TimeSpan.FromHours(8), "/api/ops/gates", ("Cookie", AccessServer.CookieIn(entered, "scenegen_operator")!));
    }

    [Fact]
    public async Task a_token_that_is_over_is_traded_for_nothing()
    {
        var token = AccessServer.Bearer(Seal.MakeToken("late"));

        server.Time.Advance(TimeSpan.FromMinutes(15));
        using var entered = await server.SendAsync("POST", "/api/sessions/enter", null, token);

        Assert.Equal(401, (int)entered.StatusCode);
        Assert.Null(AccessServer.CookieIn(entered, "scenegen_session"));
    }

    /// <summary>Made by a clock that is ahead of all others, it would be good for longer than any.</summary>
    [Fact]
    public async Task one_of_a_time_to_come_is_none_yet()
    {
        var ahead = new ManualTime();
        ahead.Advance(server.Time.GetUtcNow() - ahead.GetUtcNow() + TimeSpan.FromMinutes(2));
        var early = ActivatorUtilities.CreateInstance<SessionSeal>(server.Services, ahead);

        Assert.Equal(401, await server.StatusAsync("GET", "/api/scenes", null, AccessServer.Bearer(early.MakeToken("early"))));
        Assert.Equal(401, await server.StatusAsync("GET", "/api/scenes", null, ("Cookie", $"scenegen_session={early.MakeCookie("early")}")));
    }

    private async Task IsGoodForAsync(TimeSpan lifetime, string path, (string Name, string Value) pass)
    {
        Assert.Equal(200, await server.StatusAsync("GET", path, null, pass));
        server.Time.Advance(lifetime - Moment);
        Assert.Equal(200, await server.StatusAsync("GET", path, null, pass));
        server.Time.Advance(Moment);
        Assert.Equal(401, await server.StatusAsync("GET", path, null, pass));
    }

    /// <summary>What it signs and reads is of the test's time.</summary>
    public sealed class TimedServer() : AccessServer(KeySettings(("operator", KeyedServer.Ops, "ops")))
    {
        internal ManualTime Time { get; } = new();

        protected override void Add(WebApplicationBuilder builder)
        {
            base.Add(builder);
            builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<SessionSeal>(services, Time));
        }
    }
}
