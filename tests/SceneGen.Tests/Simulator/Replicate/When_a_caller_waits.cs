using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.Replicate;

public sealed class When_a_caller_waits
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("wait", "wait=60")]
    [InlineData("wait=10", "wait=10")]
    public async Task the_answer_holds_the_output(string prefer, string applied)
    {
        await using var simulator = await SimulatorHost.StartAsync(
            configure: options => (options.StartingTime, options.GenerationTime) = (TimeSpan.Zero, TimeSpan.Zero));

        using var response = await CreateAsync(simulator, "anywhere", prefer);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(applied, response.Headers.GetValues("preference-applied").Single());
        var body = await response.Content.ReadFromJsonAsync<JsonNode>(Canceled);
        Assert.Equal("succeeded", body!["status"]!.GetValue<string>());
        Assert.NotNull(body["output"]);
    }

    [Fact]
    public async Task its_time_may_be_over_before()
    {
        await using var simulator = await SimulatorHost.StartAsync();

        using var response = await CreateAsync(simulator, "fail-slow", "wait=1");

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var body = await response.Content.ReadFromJsonAsync<JsonNode>(Canceled);
        Assert.Equal("starting", body!["status"]!.GetValue<string>());
    }

    private static async Task<HttpResponseMessage> CreateAsync(SimulatorHost simulator, string prompt, string prefer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/replicate/v1/predictions")
        {
            Content = JsonContent.Create(new JsonObject
            {
                ["version"] = ProviderCaller.Flux,
                ["input"] = ProviderCaller.FluxInput(prompt),
            }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "r8_simulator");
        request.Headers.Add("Prefer", prefer);
        return await simulator.Http.SendAsync(request, Canceled);
    }
}
