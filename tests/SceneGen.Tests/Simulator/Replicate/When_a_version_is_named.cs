using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.Replicate;

public sealed class When_a_version_is_named
{
    private static readonly string Version =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ProviderCaller.Flux)));

    [Theory]
    [InlineData("{version}")]
    [InlineData(ProviderCaller.Flux + ":{version}")]
    public async Task it_is_used_and_shown(string named)
    {
        var (status, body) = await CreateAsync(named.Replace("{version}", Version, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(Version, body["version"]!.GetValue<string>());
        Assert.Equal(ProviderCaller.Flux, body["model"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("bytedance/seedream-4:{version}")]
    [InlineData(ProviderCaller.Flux + ":latest")]
    [InlineData("0{version}")]
    [InlineData("a:b:c")]
    public async Task another_one_does_not_exist(string named)
    {
        var (status, _) = await CreateAsync(named.Replace("{version}", Version, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> CreateAsync(string version)
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var body = new JsonObject { ["version"] = version, ["input"] = ProviderCaller.FluxInput("fail-slow") };
        return await new ProviderCaller(simulator).SendAsync(HttpMethod.Post, "/predictions", body);
    }
}
