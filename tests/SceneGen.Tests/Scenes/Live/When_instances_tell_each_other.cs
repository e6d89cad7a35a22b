using SceneGen.Scenes.Live.Wire;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Scenes.Live;

public sealed class When_instances_tell_each_other
{
    private readonly ManualTime _time = new();

    [Fact]
    public void what_is_said_is_understood()
    {
        var changes = Enumerable.Range(1, 1000).ToDictionary(_ => Guid.NewGuid(), n => n % 7 == 0 ? (int?)null : int.MaxValue - n);

        var texts = ChangeNotice.Of("me", changes).ToList();

        Assert.All(texts, text => Assert.True(text.Length < 8000));
        var heard = texts.Select(ChangeNotice.Parse).ToList();
        Assert.All(heard, notice => Assert.Equal("me", notice.Instance));
        Assert.Equal(changes, heard.SelectMany(notice => notice.Changes).ToDictionary());
    }

    [Theory]
    [InlineData("")]
    [InlineData("other")]
    [InlineData("other nonsense,of:a,newer:version")]
    public void what_is_not_understood_is_left_out(string text) => Assert.Empty(ChangeNotice.Parse(text).Changes);

    [Fact]
    public void nothing_is_said_while_nobody_else_watches()
    {
        using var post = Opened();

        post.Add(Guid.NewGuid(), 1);
        Assert.Empty(post.Take());

        post.NoteInterest();
        post.Add(Guid.NewGuid(), 2);
        Assert.Single(post.Take());

        _time.Advance(TimeSpan.FromSeconds(16));
        post.Add(Guid.NewGuid(), 3);
        Assert.Empty(post.Take());
    }

    [Fact]
    public void a_scene_that_moves_twice_is_said_once()
    {
        using var post = Opened();
        post.NoteInterest();
        var (moved, erased) = (Guid.NewGuid(), Guid.NewGuid());

        post.Add(moved, 4);
        post.Add(moved, 3);
        post.Add(erased, null);
        post.Add(erased, 9);

        Assert.Equal(
            new Dictionary<Guid, int?> { [moved] = 4, [erased] = null }, ChangeNotice.Parse(Assert.Single(post.Take())).Changes);
    }

    [Fact]
    public void that_it_watches_is_said_now_and_then()
    {
        using var post = Opened();

        post.Announce();
        post.Announce();
        Assert.True(ChangeNotice.Parse(Assert.Single(post.Take())).IsInterest);

        post.Announce();
        Assert.Empty(post.Take());
        _time.Advance(TimeSpan.FromSeconds(5));
        post.Announce();
        Assert.Single(post.Take());
    }

    private ChangePost Opened()
    {
        var post = new ChangePost(_time);
        post.Open();
        return post;
    }
}
