using System.Net;
using System.Net.Http.Json;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Web.Scenes;

namespace SceneGen.Tests.Web.Http;

/// <summary>Browsers send such names in ASCII, whichever way the operator writes them.</summary>
public sealed class When_the_service_has_an_international_name : IAsyncDisposable
{
    private const string Sent = "xn--bcher-kva.example";
    private readonly SqliteDatabase _database = new();

    public static TheoryData<string> Written => new("https://bücher.example", $"https://{Sent}", "https://BÜCHER.example:443/");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [MemberData(nameof(Written))]
    public async Task its_own_pages_may_ask(string written)
    {
        await using var service = await ApiService.StartAsync(_database, ("Http:PublicUrl", written));

        using var page = await SendAsync(service, HttpMethod.Get, "/", Sent, origin: null);
        using var made = await SendAsync(service, HttpMethod.Post, "/api/scenes", Sent, $"https://{Sent}");
        using var named = await SendAsync(service, HttpMethod.Post, "/api/scenes", Sent.ToUpperInvariant(), $"https://{Sent}");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("; secure", Assert.Single(page.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (made.StatusCode, named.StatusCode));
        Assert.StartsWith($"https://{Sent}/api/scenes/", made.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task other_pages_and_names_may_not()
    {
        await using var service = await ApiService.StartAsync(_database, ("Http:PublicUrl", "https://bücher.example"));

        using var foreign = await SendAsync(service, HttpMethod.Post, "/api/scenes", Sent, "https://xn--bcher-kva.example.org");
        using var unknown = await SendAsync(service, HttpMethod.Get, "/", "xn--bcher-lva.example", origin: null);
        using var unreadable = await SendAsync(service, HttpMethod.Get, "/", "xn--a---.xn--9", origin: null);

        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (unknown.StatusCode, unreadable.StatusCode));
    }

    private static async Task<HttpResponseMessage> SendAsync(
        ApiService service, HttpMethod method, string path, string host, string? origin)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Host = host;
        if (method == HttpMethod.Post)
        {
            request.Content = JsonContent.Create(ApiService.Scene());
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await service.Http.SendAsync(request, Stop);
    }
}
