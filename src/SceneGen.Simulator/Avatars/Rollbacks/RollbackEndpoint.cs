using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SceneGen.Contracts;
using SceneGen.Simulator.Avatars.Outgoing;
using SceneGen.Simulator.Replicate.Webhooks;

namespace SceneGen.Simulator.Avatars.Rollbacks;

/// <summary>Takes signed requests to roll an avatar back, as an upstream without a broker does, and answers by HTTP.</summary>
internal sealed class RollbackEndpoint(
    FakeAvatarService avatars, SceneService scenes, TimeProvider time, IOptions<SimulatorOptions> options)
{
    public const string Path = "/simulator/avatars/rollbacks";

    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path, TakeAsync).ExcludeFromDescription();
    }

    private async Task<IResult> TakeAsync(HttpRequest http, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await http.Body.CopyToAsync(body, cancellationToken);
        if (!IsGenuine(http, body.ToArray()))
        {
            return Results.Unauthorized();
        }

        if (Read(body.ToArray()) is not { } request)
        {
            return Results.BadRequest();
        }

        try
        {
            foreach (var answer in avatars.AskForRollback(request))
            {
                await scenes.AnswerAsync(options.Value.ServiceBase(http), request, answer, cancellationToken);
            }

            return Results.NoContent();
        }
        catch (HttpRequestException)
        {
            // Nobody has heard the answer: the request has to come again.
            return Results.StatusCode(StatusCodes.Status502BadGateway);
        }
    }

    private bool IsGenuine(HttpRequest http, byte[] body)
    {
        var (id, stamp, signatures) = (
            http.Headers["webhook-id"].ToString(),
            http.Headers["webhook-timestamp"].ToString(),
            http.Headers["webhook-signature"].ToString());
        if (id.Length == 0
            || !long.TryParse(stamp, null, out var seconds)
            || Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds)
        {
            return false;
        }

        var expected = Encoding.UTF8.GetBytes(WebhookSignature.Of(options.Value.CallbackSecret, id, seconds, body));
        return signatures.Split(' ').Any(
            signature => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), expected));
    }

    private static AvatarRollbackRequested? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<AvatarRollbackRequested>(body, SimulatorJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
