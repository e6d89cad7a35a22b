using System.Net;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.Replicate;

public sealed class When_a_model_is_looked_up
{
    [Fact]
    public async Task its_input_and_output_are_described()
    {
        await using var simulator = await SimulatorHost.StartAsync();

        var (_, model) = await new ProviderCaller(simulator).SendAsync(HttpMethod.Get, "/models/bytedance/seedream-4");

        var schemas = model["latest_version"]!["openapi_schema"]!["components"]!["schemas"]!;
        Assert.Equal("prompt", Assert.Single(schemas["Input"]!["required"]!.AsArray())!.GetValue<string>());
        Assert.Equal(1024, schemas["Input"]!["properties"]!["width"]!["minimum"]!.GetValue<int>());
        Assert.Equal("array", schemas["Output"]!["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task one_that_does_not_exist_is_not_found()
    {
        await using var simulator = await SimulatorHost.StartAsync();

        var (status, _) = await new ProviderCaller(simulator).SendAsync(HttpMethod.Get, "/models/some/one");

        Assert.Equal(HttpStatusCode.NotFound, status);
    }
}
