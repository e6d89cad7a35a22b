using SceneGen.Assets.Fetching;

namespace SceneGen.Tests.Assets.Fetching;

public sealed class When_a_name_changes_its_meaning
{
    private const string Url = "https://rebind.example/a.png";

    [Fact]
    public async Task what_is_called_is_what_was_judged()
    {
        await using var site = await FetchingSite.StartAsync(_ => Task.CompletedTask);
        site.Network = new ScriptedNetwork()
            .With("rebind.example", "8.8.8.8")
            .With("rebind.example", "127.0.0.1");

        var exception = await site.FailAsync(Url, []);

        Assert.Equal(FetchFailure.Unavailable, exception.Failure);
        Assert.Equal(["rebind.example"], site.Network.Asked);
        Assert.Equal(["8.8.8.8:443"], site.Network.Called);
    }

    [Fact]
    public async Task it_is_judged_again_at_the_next_connection()
    {
        await using var site = await FetchingSite.StartAsync(_ => Task.CompletedTask);
        site.Network = new ScriptedNetwork()
            .With("rebind.example", "8.8.8.8")
            .With("rebind.example", "169.254.169.254");

        await site.FailAsync(Url, []);
        var exception = await site.FailAsync(Url, []);

        Assert.Equal(FetchFailure.Refused, exception.Failure);
        Assert.Equal("https://rebind.example/a.png is on an address that is not public.", exception.Message);
        Assert.Equal(["8.8.8.8:443"], site.Network.Called);
    }

    [Fact]
    public async Task a_redirect_to_its_new_meaning_is_refused()
    {
        await using var site = await FetchingSite.StartAsync(context =>
        {
            context.Response.Redirect(Url);
            return Task.CompletedTask;
        });
        site.Network = new ScriptedNetwork().With("rebind.example", "127.0.0.1");

        var exception = await site.FailAsync(site.Url(), ["127.0.0.1"]);

        Assert.Equal(FetchFailure.Refused, exception.Failure);
        Assert.Equal([$"127.0.0.1:{site.Port}"], site.Network.Called);
    }

    [Theory]
    [InlineData("8.8.8.8", "10.0.0.1")]
    [InlineData("10.0.0.1", "8.8.8.8")]
    [InlineData("2606:4700::1111", "::ffff:127.0.0.1")]
    public async Task one_private_meaning_among_public_ones_is_enough(params string[] addresses)
    {
        await using var site = await FetchingSite.StartAsync(_ => Task.CompletedTask);
        site.Network = new ScriptedNetwork().With("rebind.example", addresses);

        Assert.Equal(FetchFailure.Refused, (await site.FailAsync(Url, [])).Failure);
        Assert.Empty(site.Network.Called);
    }

    [Fact]
    public async Task every_address_of_it_is_tried()
    {
        await using var site = await FetchingSite.StartAsync(_ => Task.CompletedTask);
        site.Network = new ScriptedNetwork().With("rebind.example", "2606:4700::1111", "8.8.8.8");

        Assert.Equal(FetchFailure.Unavailable, (await site.FailAsync(Url, [])).Failure);
        Assert.Equal(["[2606:4700::1111]:443", "8.8.8.8:443"], site.Network.Called);
    }
}
