using Microsoft.AspNetCore.Http;
using SceneGen.Assets.Fetching;

namespace SceneGen.Tests.Assets.Fetching;

public sealed class When_a_url_may_not_be_fetched
{
    [Theory]
    [InlineData("https", "127.0.0.1", "is on an address that is not public")]
    [InlineData("https", "[::ffff:127.0.0.1]", "is on an address that is not public")]
    [InlineData("https", "localhost", "is on an address that is not public")]
    [InlineData("https", "2130706433", "is on an address that is not public")]
    [InlineData("http", "127.0.0.1", "is not https")]
    [InlineData("https", "user:secret@localhost", "holds a user name or password")]
    public async Task an_untrusted_loopback_host_is_refused_though_allowed(string scheme, string host, string what)
    {
        await using var site = await FetchingSite.StartAsync(_ => Task.CompletedTask);
        var allowed = $"{host.Split('@')[^1]}:{site.Port}";

        var exception = await site.FailAsync(site.Url("/a.png?sig=secret", scheme, host), [], allowed);

        Assert.Equal(FetchFailure.Refused, exception.Failure);
        Assert.EndsWith($":{site.Port}/a.png {what}.", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, site.Requests);
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/a.png?sig=secret", "A URL of the scheme ftp is not https.")]
    [InlineData("xdata:image/png;base64,secret", "A URL of the scheme xdata is not https.")]
    [InlineData("file:///secret", "A URL of the scheme file is not https.")]
    public async Task another_scheme_is_refused_even_of_trusted_hosts(string url, string message)
    {
        await using var site = await FetchingSite.StartAsync(_ => Task.CompletedTask);

        var exception = await site.FailAsync(url);

        Assert.Equal((FetchFailure.Refused, message), (exception.Failure, exception.Message));
    }

    [Fact]
    public async Task a_host_that_is_not_allowed_is_refused_though_it_is_trusted()
    {
        await using var site = await FetchingSite.StartAsync(_ => Task.CompletedTask);

        var exception = await site.FailAsync(site.Url(), ["127.0.0.1"], "replicate.delivery");

        Assert.Equal(FetchFailure.Refused, exception.Failure);
        Assert.Equal(site.Url() + " is on a host or port that is not allowed.", exception.Message);
        Assert.Equal(0, site.Requests);
    }

    [Fact]
    public async Task any_trusted_host_may_be_fetched_when_none_is_listed_but_another_port_than_443_of_strangers_not()
    {
        await using var site = await FetchingSite.StartAsync(_ => Task.CompletedTask);

        await site.DownloadAsync(site.Url(), ["127.0.0.1"], []);
        File.Delete(site.Target);

        var exception = await site.FailAsync("https://example.com:8443/", []);
        Assert.Equal(FetchFailure.Refused, exception.Failure);
    }

    [Fact]
    public async Task a_redirect_to_it_is_refused()
    {
        await using var other = await FetchingSite.StartAsync(_ => Task.CompletedTask);
        await using var site = await FetchingSite.StartAsync(context =>
        {
            context.Response.Redirect(other.Url("/hidden?sig=secret"));
            return Task.CompletedTask;
        });

        var exception = await site.FailAsync(site.Url(), [$"127.0.0.1:{site.Port}"], "127.0.0.1");

        Assert.Equal(FetchFailure.Refused, exception.Failure);
        Assert.Equal(other.Url("/hidden") + " is not https.", exception.Message);
        Assert.Equal((1, 0), (site.Requests, other.Requests));
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("//169.254.169.254/")]
    [InlineData("http://169.254.169.254/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://[::1]:443/")]
    [InlineData("https://localhost/")]
    [InlineData("https://user@127.0.0.1/")]
    [InlineData("")]
    public async Task a_redirect_into_the_house_is_refused(string location)
    {
        await using var site = await FetchingSite.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status302Found;
            context.Response.Headers.Location = location;
            return Task.CompletedTask;
        });

        var exception = await site.FailAsync(site.Url(), [$"127.0.0.1:{site.Port}"]);

        Assert.Equal(FetchFailure.Refused, exception.Failure);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.png")]
    public async Task what_is_no_url_is_refused(string url)
    {
        await using var site = await FetchingSite.StartAsync(_ => Task.CompletedTask);

        Assert.Equal(FetchFailure.Refused, (await site.FailAsync(url)).Failure);
    }
}
