using Microsoft.AspNetCore.DataProtection;
using SceneGen.Access.Sessions;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Access;

public sealed class When_a_session_is_signed
{
    private readonly ManualTime _time = new();
    private readonly SessionSeal _seal;

    public When_a_session_is_signed() => _seal = new SessionSeal(new EphemeralDataProtectionProvider(), _time);

    [Fact]
    public void it_is_known_again_with_its_time()
        => Assert.Equal(new SessionPass("ab?-ü", _time.GetUtcNow()), _seal.ReadCookie(_seal.MakeCookie("ab?-ü")));

    [Fact]
    public void so_is_how_often_it_had_been_erased()
    {
        Assert.Equal(new SessionPass("5+1", _time.GetUtcNow(), 12), _seal.ReadCookie(_seal.MakeCookie("5+1", 12)));
        Assert.Equal(new SessionPass("5+1", _time.GetUtcNow(), 1), _seal.ReadToken(_seal.MakeToken("5+1", 1)));
    }

    [Fact]
    public void each_purpose_has_its_end()
    {
        var (cookie, token, entry) = (_seal.MakeCookie("one"), _seal.MakeToken("one"), _seal.MakeOperator("one"));
        Assert.True((_seal.ReadCookie(cookie), _seal.ReadToken(token), _seal.ReadOperator(entry)) is (not null, not null, not null));

        _time.Advance(TimeSpan.FromMinutes(15));
        Assert.True((_seal.ReadCookie(cookie), _seal.ReadToken(token), _seal.ReadOperator(entry)) is (not null, null, not null));

        _time.Advance(TimeSpan.FromHours(8));
        Assert.True((_seal.ReadCookie(cookie), _seal.ReadOperator(entry)) is (not null, null));

        _time.Advance(TimeSpan.FromDays(180));
        Assert.Null(_seal.ReadCookie(cookie));
    }

    [Fact]
    public void what_was_signed_for_one_purpose_is_nothing_for_another()
    {
        var (cookie, token, entry) = (_seal.MakeCookie("one"), _seal.MakeToken("one"), _seal.MakeOperator("one"));

        Assert.Null(_seal.ReadCookie(token) ?? _seal.ReadCookie(entry));
        Assert.Null(_seal.ReadToken(cookie) ?? _seal.ReadToken(entry));
        Assert.Null(_seal.ReadOperator(cookie) ?? _seal.ReadOperator(token));
    }

    [Fact]
    public void what_another_signed_is_nothing()
        => Assert.Null(_seal.ReadCookie(new SessionSeal(new EphemeralDataProtectionProvider(), _time).MakeCookie("one")));

    [Fact]
    public void what_comes_from_the_future_is_nothing()
    {
        var provider = new EphemeralDataProtectionProvider();
        var later = new ManualTime();
        later.Advance(TimeSpan.FromHours(1));

        Assert.Null(new SessionSeal(provider, _time).ReadCookie(new SessionSeal(provider, later).MakeCookie("one")));
    }
}
