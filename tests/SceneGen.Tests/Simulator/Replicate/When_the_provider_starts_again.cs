using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.Replicate;

public sealed class When_the_provider_starts_again
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task finished_and_canceled_predictions_are_as_they_were()
    {
        await using var before = await SimulatorHost.StartAsync();
        var old = new ProviderCaller(before);
        var done = await old.MakeAsync("anywhere");
        var failed = await old.MakeAsync("fail-always");
        var canceled = await old.CreateAsync(ProviderCaller.FluxInput("fail-slow"), cancelAfter: "1h");
        await old.SendAsync(HttpMethod.Post, $"/predictions/{canceled}/cancel");
        var shown = await old.SendAsync(HttpMethod.Get, "/predictions");

        await using var after = await SimulatorHost.StartAfterAsync(before);
        var provider = new ProviderCaller(after);

        var again = await provider.SendAsync(HttpMethod.Get, "/predictions");
        AssertEqual(shown.Body["results"]!, again.Body["results"]!);
        Assert.Equal("failed", (await provider.GetAsync(Id(failed)))["status"]!.GetValue<string>());
        var file = new Uri(done["output"]!.GetValue<string>()).AbsolutePath;
        Assert.Equal(
            await before.Http.GetByteArrayAsync(file, Canceled), await after.Http.GetByteArrayAsync(file, Canceled));
    }

    [Fact]
    public async Task the_books_go_on_where_they_were()
    {
        await using var before = await SimulatorHost.StartAsync();
        var old = new ProviderCaller(before);
        await old.MakeAsync("fail-once");
        await old.SendAsync(HttpMethod.Get, "/predictions/unknown");
        await old.SendAsync(HttpMethod.Post, "/predictions", new JsonObject());
        var (counts, ledger) = (await old.CountsAsync(), await old.LedgerAsync());

        await using var between = await SimulatorHost.StartAfterAsync(before);
        await using var after = await SimulatorHost.StartAfterAsync(between);
        var provider = new ProviderCaller(after);

        AssertEqual(counts, await provider.CountsAsync());
        AssertEqual(ledger, await provider.LedgerAsync());
        Assert.Equal("succeeded", (await provider.MakeAsync("fail-once"))["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task a_prediction_that_was_being_painted_is_painted_again()
    {
        await using var pictures = await PictureServer.StartAsync();
        await using var before = await SimulatorHost.StartAsync();
        pictures.Hold();
        var input = ProviderCaller.FluxInput("anywhere", pictures.MagentaUrl);
        var id = await new ProviderCaller(before).CreateAsync(input);
        await Patience.UntilAsync(() => Task.FromResult(pictures.Requests == 1));
        before.Clock.Advance(TimeSpan.FromSeconds(10));

        await using var after = await SimulatorHost.StartAfterAsync(before);
        var provider = new ProviderCaller(after);
        Assert.Equal("processing", (await provider.GetAsync(id))["status"]!.GetValue<string>());
        pictures.Release();
        JsonNode? done = null;
        await Patience.UntilAsync(async () =>
            (done = await provider.GetAsync(id))["status"]!.GetValue<string>() != "processing");

        Assert.Equal("succeeded", done!["status"]!.GetValue<string>());
        Assert.Equal(10, done["metrics"]!["total_time"]!.GetValue<double>());
        using var picture = new PictureFile(
            await after.Http.GetByteArrayAsync(done["output"]!.GetValue<string>(), Canceled));
        Assert.Equal("256", await picture.FieldAsync("width"));
    }

    [Fact]
    public async Task nothing_is_painted_before_the_host_can_serve_avatars()
    {
        await using var pictures = await PictureServer.StartAsync();
        await using var before = await SimulatorHost.StartAsync();
        pictures.Hold();
        await new ProviderCaller(before).CreateAsync(ProviderCaller.FluxInput("anywhere", pictures.MagentaUrl));
        await Patience.UntilAsync(() => Task.FromResult(pictures.Requests == 1));

        var start = new LongStart(() => pictures.Requests);
        await using var after = await SimulatorHost.StartAfterAsync(
            before, bus => bus.AddSingleton<IHostedService>(start));

        await Patience.UntilAsync(() => Task.FromResult(pictures.Requests == 2));
        Assert.Equal(1, start.Seen);
    }

    [Fact]
    public async Task pictures_that_have_expired_are_deleted()
    {
        await using var before = await SimulatorHost.StartAsync();
        var old = new ProviderCaller(before);
        var expired = await old.MakeAsync("anywhere");
        before.Clock.Advance(TimeSpan.FromMinutes(50));
        var kept = await old.MakeAsync("anywhere");
        before.Clock.Advance(TimeSpan.FromMinutes(10));

        await using var after = await SimulatorHost.StartAfterAsync(before);

        Assert.Equal(2, Directory.GetFiles(before.Folder["pictures"]).Length);
        Assert.Single(Directory.GetFiles(after.Folder["pictures"]));
        using var gone = await GetAsync(after, expired);
        using var there = await GetAsync(after, kept);
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.OK], [gone.StatusCode, there.StatusCode]);
        Assert.True((await new ProviderCaller(after).GetAsync(Id(expired)))["data_removed"]!.GetValue<bool>());
    }

    private static Task<HttpResponseMessage> GetAsync(SimulatorHost simulator, JsonNode prediction)
    {
        return simulator.Http.GetAsync(new Uri(prediction["output"]!.GetValue<string>()).AbsolutePath, Canceled);
    }

    private static string Id(JsonNode prediction)
    {
        return prediction["id"]!.GetValue<string>();
    }

    /// <summary>Apart from the port, which a test's simulator cannot choose.</summary>
    private static void AssertEqual(JsonNode expected, JsonNode actual)
    {
        Assert.Equal(WithoutPort(expected), WithoutPort(actual));
    }

    private static string WithoutPort(JsonNode node)
    {
        return Regex.Replace(
            node.ToJsonString(), @"127\.0\.0\.1:\d+", "", RegexOptions.None, TimeSpan.FromSeconds(1));
    }
}
