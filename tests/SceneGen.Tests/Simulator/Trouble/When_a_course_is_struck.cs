using System.Net;
using System.Text.Json.Nodes;
using SceneGen.Simulator.Replicate;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.Trouble;

public sealed class When_a_course_is_struck
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Texts()
    {
        var texts = new TheoryData<string, string>();
        foreach (var (word, error) in FailureTexts.All)
        {
            texts.Add(word, error);
        }

        return texts;
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task it_fails_with_a_known_text(string fault, string error)
    {
        await using var simulator = await SimulatorHost.StartAsync();

        var done = await MakeAsync(simulator, fault);

        Assert.Equal("failed", done["status"]!.GetValue<string>());
        Assert.Equal(error, done["error"]!.GetValue<string>());
    }

    [Fact]
    public void every_word_calls_for_a_fault_of_its_own()
    {
        Assert.All(
            Faults.All.Where(fault => !fault.HitsCreation()),
            fault => Assert.Equal(fault, Faults.OfPrediction($"a {fault.Word} b")));
    }

    [Theory]
    [InlineData("end-aborted", "aborted", false)]
    [InlineData("end-canceled", "canceled", true)]
    [InlineData("fail-e1000", "failed", false)]
    [InlineData("output-null", "succeeded", true)]
    public async Task it_ends_and_is_billed_by_its_end(string fault, string status, bool billed)
    {
        await using var simulator = await SimulatorHost.StartAsync();

        var done = await MakeAsync(simulator, fault);

        Assert.Equal(status, done["status"]!.GetValue<string>());
        Assert.Equal(status != "aborted", done.AsObject().ContainsKey("started_at"));
        var entry = Assert.Single(await new ProviderCaller(simulator).LedgerAsync())!;
        Assert.Equal(billed, entry["billed"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("stuck-starting", "starting")]
    [InlineData("stuck-processing", "processing")]
    public async Task it_is_stuck(string fault, string status)
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);
        await provider.SwitchOnAsync(new { endpoint = "prediction", fault });
        var id = await provider.CreateAsync(ProviderCaller.FluxInput("anywhere"));

        simulator.Clock.Advance(TimeSpan.FromHours(5));
        var stuck = await provider.GetAsync(id);
        var (_, canceled) = await provider.SendAsync(HttpMethod.Post, $"/predictions/{id}/cancel");

        Assert.Equal(status, stuck["status"]!.GetValue<string>());
        Assert.Equal("canceled", canceled["status"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("output-string", "bytedance/seedream-4", "\"http")]
    [InlineData("output-array", ProviderCaller.Flux, "[\"http")]
    [InlineData("output-data-uri", ProviderCaller.Flux, "\"data:image/png;base64,iVBOR")]
    [InlineData("output-null", ProviderCaller.Flux, "null")]
    [InlineData("output-absent", ProviderCaller.Flux, null)]
    [InlineData("output-empty", ProviderCaller.Flux, "[]")]
    public async Task its_output_has_another_shape(string fault, string model, string? shape)
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);
        await provider.SwitchOnAsync(new { endpoint = "prediction", fault });
        var input = model == ProviderCaller.Flux
            ? ProviderCaller.FluxInput("anywhere")
            : new JsonObject { ["prompt"] = "anywhere" };

        var done = await provider.FinishAsync(await provider.CreateAsync(input, model));

        Assert.Equal("succeeded", done["status"]!.GetValue<string>());
        Assert.Equal(shape is not null, done.AsObject().TryGetPropertyValue("output", out var output));
        if (shape is not null)
        {
            Assert.StartsWith(shape, Relaxed(output), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("output-wrong-size", "1024", HttpStatusCode.OK)]
    [InlineData("output-html", "", HttpStatusCode.OK)]
    [InlineData("output-expired", "", HttpStatusCode.NotFound)]
    public async Task its_picture_is_another(string fault, string width, HttpStatusCode status)
    {
        await using var simulator = await SimulatorHost.StartAsync();

        var done = await MakeAsync(simulator, fault);

        using var response = await simulator.Http.GetAsync(done["output"]!.GetValue<string>(), Canceled);
        Assert.Equal(status, response.StatusCode);
        using var picture = new PictureFile(await response.Content.ReadAsByteArrayAsync(Canceled));
        Assert.Equal(width, await picture.FieldAsync("width"));
    }

    [Fact]
    public async Task its_picture_is_cut_short()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var whole = await OutputAsync(simulator, await new ProviderCaller(simulator).MakeAsync("anywhere"));

        var half = await OutputAsync(simulator, await MakeAsync(simulator, "output-truncated"));

        Assert.Equal(whole[..(whole.Length / 2)], half);
    }

    private static async Task<JsonNode> MakeAsync(SimulatorHost simulator, string fault)
    {
        var provider = new ProviderCaller(simulator);
        await provider.SwitchOnAsync(new { endpoint = "prediction", fault });
        return await provider.MakeAsync("anywhere");
    }

    private static Task<byte[]> OutputAsync(SimulatorHost simulator, JsonNode done)
    {
        return simulator.Http.GetByteArrayAsync(done["output"]!.GetValue<string>(), Canceled);
    }

    private static string Relaxed(JsonNode? output)
    {
        return output?.ToJsonString() ?? "null";
    }
}
