using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using SceneGen.Simulator;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.Replicate;

public sealed class When_files_are_uploaded
{
    private static readonly byte[] Bytes = [1, 2, 3];

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task one_is_described_until_it_is_deleted()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);

        var file = await provider.UploadAsync(Bytes, "three.bin");
        var path = $"/files/{file["id"]}";
        var again = await provider.SendAsync(HttpMethod.Get, path);
        using var deleted = await provider.AnswerAsync(HttpMethod.Delete, path);
        var gone = await provider.SendAsync(HttpMethod.Get, path);

        Assert.Equal(file.ToJsonString(), again.Body.ToJsonString());
        Assert.Equal(3, file["size"]!.GetValue<int>());
        Assert.Equal("three.bin", file["name"]!.GetValue<string>());
        Assert.Equal(7, file["metadata"]!["customer"]!.GetValue<int>());
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Bytes)), file["checksums"]!["sha256"]!.GetValue<string>());
        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.NoContent, HttpStatusCode.NotFound],
            [again.Status, deleted.StatusCode, gone.Status]);
    }

    [Fact]
    public async Task one_is_gone_after_a_day()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);
        var file = await provider.UploadAsync(Bytes, "three.bin");

        simulator.Clock.Advance(TimeSpan.FromHours(24));

        Assert.Equal(
            HttpStatusCode.NotFound, (await provider.SendAsync(HttpMethod.Get, $"/files/{file["id"]}")).Status);
    }

    [Fact]
    public async Task a_signed_address_gives_the_bytes()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);
        var id = (await provider.UploadAsync(Bytes, "three.bin"))["id"]!.GetValue<string>();
        var expiry = simulator.Clock.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds();

        using var right = await provider.AnswerAsync(HttpMethod.Get, Address(id, expiry, expiry));
        using var wrong = await provider.AnswerAsync(HttpMethod.Get, Address(id, expiry, expiry + 1));
        simulator.Clock.Advance(TimeSpan.FromMinutes(1));
        using var late = await provider.AnswerAsync(HttpMethod.Get, Address(id, expiry, expiry));

        Assert.Equal(Bytes, await right.Content.ReadAsByteArrayAsync(Canceled));
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound], [wrong.StatusCode, late.StatusCode]);
    }

    [Fact]
    public async Task a_model_can_be_given_one()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        await using var pictures = await PictureServer.StartAsync();
        var provider = new ProviderCaller(simulator);
        var picture = await simulator.Http.GetByteArrayAsync(pictures.MagentaUrl, Canceled);
        var file = await provider.UploadAsync(picture, "avatar.png");

        var done = await provider.MakeAsync("anywhere", file["urls"]!["get"]!.GetValue<string>());

        Assert.Equal("succeeded", done["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task a_form_without_content_is_refused()
    {
        await using var simulator = await SimulatorHost.StartAsync();

        var (status, body) = await new ProviderCaller(simulator).SendAsync(HttpMethod.Post, "/files", "nothing");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.NotNull(body["detail"]);
    }

    [Fact]
    public async Task one_that_is_too_large_is_refused_unread()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/replicate/v1/files")
        {
            Content = new ByteArrayContent(new byte[(100 * 1024 * 1024) + 1]),
        };
        request.Headers.ExpectContinue = true;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "r8_simulator");

        using var response = await simulator.Http.SendAsync(request, Canceled);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains(
            "less than 100MB", await response.Content.ReadAsStringAsync(Canceled), StringComparison.Ordinal);
    }

    private static string Address(string id, long expiry, long signedExpiry)
    {
        var signature = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(new SimulatorOptions().WebhookSecret),
            Encoding.UTF8.GetBytes($"simulator {id} {signedExpiry}"));
        var text = Uri.EscapeDataString(Convert.ToBase64String(signature));
        return $"/files/{id}/download?owner=simulator&expiry={expiry}&signature={text}";
    }
}
