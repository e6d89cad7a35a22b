using Microsoft.Extensions.Options;
using SceneGen.Assets;
using SceneGen.Scenes.Links;
using SceneGen.Tests.Infrastructure;
using SceneGen.Tests.Web.Contract.Services;

namespace SceneGen.Tests.Web.Contract.Walks;

/// <summary>Pictures that are there, that are gone or spoiled, and by links that are good or not.</summary>
internal sealed class PicturesWalk(ApiWalk walk, ContractedService service)
{
    private static readonly string[] Both = ["GET /assets/{sha256}.{ext}", "HEAD /assets/{sha256}.{ext}"];

    public async Task GoAsync()
    {
        var (spoiled, unreadable) = (new string('b', 64), new string('c', 64));
        await File.WriteAllTextAsync(FileOf(spoiled), "no picture", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(FileOf(unreadable), FileOf(unreadable));
        foreach (var name in Both)
        {
            await walk.ProbeAsync(name, 503, "asset_damaged", null, ("sha256", spoiled), ("ext", "jpg"));
            await walk.ProbeAsync(name, 503, "storage_unavailable", null, ("sha256", unreadable), ("ext", "jpg"));
        }
    }

    /// <summary>A session's own alone, and nobody can tell whose they are.</summary>
    public async Task GoWithoutDatabaseAsync()
    {
        var token = await walk.CallAsync("POST /api/sessions", 201, new { sessionId = "pictures" });
        service.Database.IsAway = true;
        foreach (var name in Both)
        {
            await walk.ProbeAsync(name, 503, "database_unavailable", null, ApiWalk.Shows($"{token!["token"]}"));
        }

        await walk.ProbeAsync("POST /webhooks/replicate/{token}", 503, "database_unavailable", Signed.Webhook(Signed.Prediction, out var headers), headers);
        service.Database.IsAway = false;
        await InSilenceAsync(ApiWalk.Shows($"{token!["token"]}"));
    }

    private async Task InSilenceAsync((string Name, string Value) session)
    {
        service.Database.BeSilent();
        var webhook = Signed.Webhook(Signed.Prediction, out var headers);
        await service.HurryAsync(() => Task.WhenAll(
            [
                .. Both.Select(name => walk.ProbeAsync(name, 503, "request_timeout", null, session)),
                walk.ProbeAsync("POST /webhooks/replicate/{token}", 503, "request_timeout", webhook, headers),
            ]));
        service.Database.Answer();
    }

    /// <summary>Where links are signed.</summary>
    public async Task GoWithSignedLinksAsync()
    {
        foreach (var name in Both)
        {
            await walk.ProbeAsync(name, 403, "link_not_signed");
            await walk.ProbeAsync(name, 403, "link_expired", null, ("?", Expired()));
        }
    }

    /// <summary>Of a clock that is long past.</summary>
    private static string Expired()
        => new LinkSigner(Options.Create(new SigningOptions { Key = ScantService.LinkKey }), new ManualTime())
            .Sign($"{new string('a', 64)}.jpg");

    private string FileOf(string sha256)
    {
        var path = Path.Combine(service.Pictures, AssetName.KeyOf(sha256, "jpg"));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }
}
