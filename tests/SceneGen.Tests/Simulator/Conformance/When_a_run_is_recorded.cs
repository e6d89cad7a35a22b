using System.Text.Json.Nodes;
using SceneGen.Replicate.Wire;
using SceneGen.Tests.Assets;
using SceneGen.Tests.Conformance;
using SceneGen.Tests.Replicate;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.Conformance;

public sealed class When_a_run_is_recorded
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task every_request_and_answer_is_as_the_provider_documents_it()
    {
        using var folder = new TestFolder();
        var file = Path.Combine(folder.Root, "calls.jsonl");
        await using var simulator = await SimulatorHost.StartAsync(configure: options =>
            (options.ApiToken, options.Recording) = (ReplicateCaller.Token, file));
        var provider = new ProviderCaller(simulator, ReplicateCaller.Token);

        await RunOurClientAsync(simulator);
        await RunEveryEndAsync(provider);
        await RunTheRestAsync(provider);

        Recording.AssertDocumented(file);
        var calls = Recording.Read(file);
        Assert.All(ProviderDocument.Routes, route => Assert.Contains(calls, call => call.Fits(route)));
        Assert.Equal(
            ["aborted", "canceled", "failed", "processing", "starting", "succeeded"],
            calls.Select(call => (call.Response as JsonObject)?["status"]?.ToString())
                .Where(status => status is not null).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("status", "\"done\"", "prediction.status is none of")]
    [InlineData("created_at", "\"2030-01-02T03:04:05+00:00\"", "prediction.created_at is no date-time")]
    [InlineData("completed_at", "null", "prediction.completed_at is no string")]
    [InlineData("urls", "{}", "prediction.urls.web is missing")]
    [InlineData("error", "7", "prediction.error is no string")]
    public async Task an_answer_that_is_not_is_told(string field, string value, string fault)
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var answer = await new ProviderCaller(simulator).MakeAsync("anywhere");
        var schema = ProviderDocument.Schema;
        Assert.Empty(schema.Faults("prediction", answer));

        answer[field] = JsonNode.Parse(value);

        Assert.StartsWith(fault, schema.Faults("prediction", answer).First(), StringComparison.Ordinal);
    }

    private static async Task RunOurClientAsync(SimulatorHost simulator)
    {
        using var caller = new ReplicateCaller($"{simulator.Http.BaseAddress}replicate/v1");
        var order = new CreatePrediction
        {
            Version = ProviderCaller.Flux,
            Input = ProviderCaller.FluxInput("fail-slow"),
        };
        var made = await caller.Api.CreatePredictionAsync(order, caller.Time.GetUtcNow().AddHours(1), Canceled);
        simulator.Clock.Advance(TimeSpan.FromSeconds(2));
        await caller.Api.GetPredictionAsync(made.Id, Canceled);
        await caller.Api.CancelPredictionAsync(made.Id, Canceled);
        var now = simulator.Clock.GetUtcNow();
        var listed = await caller.Api
            .ListPredictionsAsync(now.AddHours(-1), now.AddHours(1), Canceled)
            .ToListAsync(Canceled);
        Assert.Equal(made.Id, Assert.Single(listed).Id);
    }

    private static async Task RunEveryEndAsync(ProviderCaller provider)
    {
        foreach (var word in new[] { "anywhere", "fail-always", "end-aborted", "end-canceled", "output-null" })
        {
            await provider.MakeAsync(word);
        }
    }

    private static async Task RunTheRestAsync(ProviderCaller provider)
    {
        var creation = new JsonObject { ["input"] = ProviderCaller.FluxInput("anywhere") };
        await provider.SendAsync(HttpMethod.Post, $"/models/{ProviderCaller.Flux}/predictions", creation);
        await provider.CreateAsync("anywhere", "http://127.0.0.1:9/hook", "start", "completed");
        await provider.SendAsync(HttpMethod.Get, "/account");
        await provider.SendAsync(HttpMethod.Get, "/webhooks/default/secret");
        var file = await provider.UploadAsync([1, 2, 3], "three.bin");
        await provider.SendAsync(HttpMethod.Get, $"/files/{file["id"]}");
    }
}
