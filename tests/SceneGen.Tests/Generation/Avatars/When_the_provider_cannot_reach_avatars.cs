using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SceneGen.Assets.Avatars;
using SceneGen.Assets.Fetching;
using SceneGen.Generation.Avatars;
using SceneGen.Replicate;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Generation.Avatars;

public sealed class When_the_provider_cannot_reach_avatars
{
    private const string Public = "https://api.replicate.com/v1";

    [Theory]
    [InlineData("127.0.0.1:8080", Public, AvatarUpload.Never, "", true)]
    [InlineData("avatars.internal", Public, AvatarUpload.Never, "", true)]
    [InlineData("*.avatars.lan", Public, AvatarUpload.Never, "", true)]
    [InlineData("10.0.0.7", Public, AvatarUpload.Never, "10.0.0.7", true)]
    [InlineData("10.0.0.7", Public, AvatarUpload.Never, "avatars.example.com", false)]
    [InlineData("avatars.example.com", Public, AvatarUpload.Never, "", false)]
    [InlineData("avatars.internal", Public, AvatarUpload.Private, "", false)]
    [InlineData("avatars.internal", Public, AvatarUpload.Always, "", false)]
    [InlineData("127.0.0.1", "http://127.0.0.1:5080/replicate/v1", AvatarUpload.Never, "", false)]
    public async Task the_start_says_so(string trusted, string baseUrl, AvatarUpload upload, string allowed, bool isSaid)
    {
        using var log = new LogBook();
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(log));
        var check = new UnreachableAvatars(
            Options.Create(new AvatarOptions { Upload = upload, Hosts = allowed.Length > 0 ? [allowed] : [] }),
            Options.Create(new FetchingOptions { TrustedHosts = [trusted] }),
            Options.Create(new ReplicateOptions { BaseUrl = baseUrl }),
            loggers.CreateLogger<UnreachableAvatars>());

        await check.StartAsync(TestContext.Current.CancellationToken);

        var expected = $"Avatars on {trusted} cannot be fetched by api.replicate.com: set Avatars:Upload to private, "
            + "and their bytes are sent to it instead. ";
        Assert.Equal(isSaid ? expected : "", log.Lines(LogLevel.Warning));
    }

    [Theory]
    [InlineData(AvatarUpload.Never, "https://avatars.internal/a.png", false)]
    [InlineData(AvatarUpload.Private, "https://avatars.internal/a.png", true)]
    [InlineData(AvatarUpload.Private, "https://avatars.example.com/a.png", false)]
    [InlineData(AvatarUpload.Always, "https://avatars.example.com/a.png", true)]
    public void it_is_given_their_bytes_if_so_set(AvatarUpload upload, string url, bool needsFile)
    {
        var reach = new AvatarReach(
            Options.Create(new AvatarOptions { Upload = upload }),
            Options.Create(new FetchingOptions { TrustedHosts = ["avatars.internal"] }));

        Assert.Equal(needsFile, reach.NeedsFile(url));
    }
}
