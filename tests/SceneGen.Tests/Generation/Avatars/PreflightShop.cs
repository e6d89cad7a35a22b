using Microsoft.AspNetCore.Http;
using SceneGen.Generation;
using SceneGen.Generation.Messages;
using SceneGen.Tests.Assets.Fetching;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Replicate;

namespace SceneGen.Tests.Generation.Avatars;

/// <summary>A provider that answers what the test wrote down, and a server of avatars that answers as the test says.</summary>
internal sealed class PreflightShop : IAsyncDisposable
{
    private PreflightShop(FetchingSite site, ReplicateDriver provider, GenerationHarness buyer)
        => (Site, Provider, Buyer) = (site, provider, buyer);

    public FetchingSite Site { get; }

    public ReplicateDriver Provider { get; }

    public GenerationHarness Buyer { get; }

    /// <summary>How the server of avatars answers from now on.</summary>
    public RequestDelegate Answer { get; set; } = With(Header.OfPng(256, 384));

    public static async Task<PreflightShop> OpenAsync(string upload = "never", string reads = "3000")
    {
        PreflightShop? shop = null;
        var site = await FetchingSite.StartAsync(context => shop!.Answer(context));
        var provider = await ReplicateDriver.StartAsync();
        var settings = ReplicateCaller.Settings(provider.BaseUrl);
        settings["Fetching:TrustedHosts:0"] = $"127.0.0.1:{site.Port}";
        settings["Avatars:Upload"] = upload;
        settings["Images:Processing"] = "passthrough";
        settings["Replicate:ReadsPerMinute"] = reads;
        return shop = new PreflightShop(site, provider, await GenerationHarness.StartAsync(settings));
    }

    public static RequestDelegate With(byte[] body)
        => context => context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();

    public static RequestDelegate With(int status)
        => context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };

    public GenerateScene Order() => A.Command(Guid.NewGuid()) with { AvatarUrl = Site.Url("/fox.png?sig=secret") };

    public Task<Purchase> SubmitAsync(GenerateScene order) => Buyer.SubmitAsync(order);

    public void WillKeepFile(string id, double hours = 24)
    {
        var expiry = Buyer.Time.GetUtcNow().AddHours(hours);
        Provider.WillAnswer(
            201,
            $$$"""{"id":"{{{id}}}","urls":{"get":"https://api.example/files/{{{id}}}"},"expires_at":"{{{expiry:O}}}"}""");
    }

    /// <summary>The calls that the provider has heard, each as its method and the end of its path.</summary>
    public IReadOnlyList<string> Calls =>
        [.. Provider.Requests.Select(request => $"{request.Method} {request.Target["/v1/".Length..].Split('?')[0]}")];

    public async ValueTask DisposeAsync()
    {
        await Buyer.DisposeAsync();
        await Provider.DisposeAsync();
        await Site.DisposeAsync();
    }
}
