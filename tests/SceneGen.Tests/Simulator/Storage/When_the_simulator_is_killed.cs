using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SceneGen.Tests.Assets;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.Storage;

public sealed class When_the_simulator_is_killed
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task its_world_is_there_again_at_the_same_address()
    {
        using var folder = new TestFolder();
        await using var pictures = await PictureServer.StartAsync();
        var port = FreePort.Find();
        string avatars;
        JsonNode done;
        string unfinished;

        await using (var simulator = await SimulatorProcess.StartAsync(folder.Root, port))
        {
            var provider = new ProviderCaller(simulator.Http);
            avatars = await MakeAvatarAsync(simulator.Http);
            done = await provider.MakeAsync("anywhere");
            pictures.Hold();
            unfinished = await provider.CreateAsync(ProviderCaller.FluxInput(
                "anywhere", $"http://127.0.0.1:{port}/simulator/samples/fox.png", pictures.MagentaUrl));
            await Patience.UntilAsync(() => Task.FromResult(pictures.Requests == 1));
            await simulator.KillAsync();
        }

        pictures.Release();
        await using var again = await SimulatorProcess.StartAsync(folder.Root, port);
        var survivor = new ProviderCaller(again.Http);
        Assert.Equal(avatars, await again.Http.GetStringAsync("/simulator/avatars", Canceled));
        Assert.Equal("succeeded", (await survivor.FinishAsync(unfinished))["status"]!.GetValue<string>());
        Assert.Equal(
            done.ToJsonString(), (await survivor.GetAsync(done["id"]!.GetValue<string>())).ToJsonString());
        Assert.NotEmpty(await again.Http.GetByteArrayAsync(done["output"]!.GetValue<string>(), Canceled));
        Assert.Equal(2, (await survivor.CountsAsync())["creates"]!.GetValue<int>());
    }

    private static async Task<string> MakeAvatarAsync(HttpClient http)
    {
        var body = new { sample = "fox", sessionId = "s-1", name = "Juniper" };
        using var response = await http.PostAsJsonAsync("/simulator/avatars", body, Canceled);
        response.EnsureSuccessStatusCode();
        return await http.GetStringAsync("/simulator/avatars", Canceled);
    }
}
