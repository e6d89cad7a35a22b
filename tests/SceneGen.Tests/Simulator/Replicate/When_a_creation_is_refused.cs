using System.Net;
using System.Text.Json.Nodes;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.Replicate;

public sealed class When_a_creation_is_refused
{
    [Fact]
    public async Task a_wrong_token_is_unauthenticated()
    {
        await using var simulator = await SimulatorHost.StartAsync();

        var (status, body) = await new ProviderCaller(simulator, "wrong").SendAsync(HttpMethod.Get, "/account");

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal("Unauthenticated", body["title"]!.GetValue<string>());
        Assert.Equal(401, body["status"]!.GetValue<int>());
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("Basic r8_simulator", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer r8_simulator", HttpStatusCode.OK)]
    [InlineData("Token r8_simulator", HttpStatusCode.OK)]
    public async Task a_token_is_asked_for(string? header, HttpStatusCode status)
    {
        await using var simulator = await SimulatorHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/replicate/v1/account");
        request.Headers.TryAddWithoutValidation("Authorization", header);

        using var response = await simulator.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task a_prediction_that_never_was_is_not_found()
    {
        await using var simulator = await SimulatorHost.StartAsync();

        var (status, body) = await new ProviderCaller(simulator).SendAsync(HttpMethod.Get, "/predictions/unknown");

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal("The requested resource could not be found.", body["detail"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("someone/else")]
    [InlineData("black-forest-labs/flux-2-pro:latest")]
    public async Task an_unknown_version_is_not_permitted(string version)
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var creation = new JsonObject { ["version"] = version, ["input"] = ProviderCaller.FluxInput("anywhere") };

        var (status, body) = await new ProviderCaller(simulator).SendAsync(HttpMethod.Post, "/predictions", creation);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("Invalid version or not permitted", body["title"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("width", "100", "number_gte", "input.width")]
    [InlineData("height", "4096", "number_lte", "input.height")]
    [InlineData("output_format", "\"tiff\"", "enum", "input.output_format")]
    [InlineData("prompt", "7", "invalid_type", "input.prompt")]
    [InlineData("colour", "\"red\"", "additional_property_not_allowed", "input")]
    public async Task a_wrong_input_is_named(string field, string value, string type, string named)
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var input = ProviderCaller.FluxInput("anywhere");
        input[field] = JsonNode.Parse(value);
        var creation = new JsonObject { ["version"] = ProviderCaller.Flux, ["input"] = input };

        var (status, body) = await new ProviderCaller(simulator).SendAsync(HttpMethod.Post, "/predictions", creation);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("Input validation failed", body["title"]!.GetValue<string>());
        var fault = Assert.Single(body["invalid_fields"]!.AsArray())!;
        Assert.Equal(type, fault["type"]!.GetValue<string>());
        Assert.Equal(named, fault["field"]!.GetValue<string>());
        Assert.StartsWith($"- {named}: ", body["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_version_is_too_much_where_the_path_names_the_model()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);
        var creation = new JsonObject { ["input"] = ProviderCaller.FluxInput("anywhere") };
        var path = $"/models/{ProviderCaller.Flux}/predictions";

        var accepted = await provider.SendAsync(HttpMethod.Post, path, creation);
        creation["version"] = ProviderCaller.Flux;
        var refused = await provider.SendAsync(HttpMethod.Post, path, creation);

        Assert.Equal(HttpStatusCode.Created, accepted.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
    }
}
