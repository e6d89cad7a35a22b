using System.Text.Json;
using Microsoft.Extensions.Options;
using SceneGen.Contracts;
using SceneGen.Simulator.Avatars.Outgoing;

namespace SceneGen.Simulator.Avatars.Http;

/// <summary>The upstream service's samples and avatars.</summary>
internal sealed class AvatarEndpoints(
    FakeAvatarService avatars, SampleLibrary samples, TimeProvider time, IOptions<SimulatorOptions> options)
{
    private const string Root = "/simulator";

    public void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root).ExcludeFromDescription();
        api.MapGet("/samples", ListSamples);
        api.MapGet("/samples/{id}.png", GetSamplePictureAsync);
        api.MapPost("/avatars", CreateAsync);
        api.MapGet("/avatars", ListAvatars);
        api.MapGet("/avatars/{avatarId:guid}", GetAvatar);
        api.MapGet("/avatars/{avatarId:guid}.png", GetPictureAsync);
    }

    private IResult ListSamples(HttpRequest request)
    {
        var shown = SampleLibrary.All.Select(sample => new
        {
            sample.Id,
            sample.Name,
            sample.Kind,
            PictureUrl = $"{options.Value.UrlBase(request)}{Root}/samples/{sample.Id}.png",
        });
        return Results.Json(shown, SimulatorJson.Options);
    }

    private async Task<IResult> GetSamplePictureAsync(string id, CancellationToken cancellationToken)
    {
        return SampleLibrary.Find(id) is { } sample
            ? Results.Bytes(await samples.PaintAsync(sample, cancellationToken), "image/png")
            : NotFound($"There is no sample {id}.");
    }

    private async Task<IResult> CreateAsync(HttpRequest request, IAnnouncer announcer, CancellationToken cancellationToken)
    {
        var body = await ReadAsync(request, cancellationToken);
        if (body is null)
        {
            return Problem(StatusCodes.Status400BadRequest, "The body is not the JSON of an avatar.");
        }

        var faults = body.Check();
        if (faults.Count > 0)
        {
            return Results.ValidationProblem(faults);
        }

        var sample = SampleLibrary.Find(body.Sample)!;
        var avatar = avatars.Create(sample, body);
        var self = $"{options.Value.UrlBase(request)}{Root}/avatars/{avatar.AvatarId}";
        var generated = new AvatarGenerated
        {
            AvatarId = avatar.AvatarId,
            SessionId = avatar.SessionId,
            AvatarUrl = $"{self}.png",
            Theme = body.Theme,
            SceneId = body.SceneId,
            Avatar = new AvatarDescription
            {
                Kind = sample.Kind,
                Name = avatar.Name,
                Description = sample.Description,
            },
            GeneratedAt = time.GetUtcNow(),
        };
        await announcer.AnnounceAsync(options.Value.ServiceBase(request), generated, cancellationToken);
        var created = new { avatar.AvatarId, avatar.Name, PictureUrl = generated.AvatarUrl };
        request.HttpContext.Response.Headers.Location = self;
        return Results.Json(created, SimulatorJson.Options, statusCode: StatusCodes.Status201Created);
    }

    private IResult ListAvatars()
    {
        return Results.Json(avatars.All(), SimulatorJson.Options);
    }

    private IResult GetAvatar(Guid avatarId)
    {
        return avatars.Find(avatarId) is { } avatar
            ? Results.Json(avatar, SimulatorJson.Options)
            : NotFound($"There is no avatar {avatarId}.");
    }

    private async Task<IResult> GetPictureAsync(Guid avatarId, CancellationToken cancellationToken)
    {
        return SampleLibrary.Find(avatars.Find(avatarId)?.Sample) is { } sample
            ? Results.Bytes(await samples.PaintAsync(sample, cancellationToken), "image/png")
            : NotFound($"There is no avatar {avatarId}.");
    }

    private static async Task<CreateAvatar?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<CreateAvatar>(
                request.Body, SimulatorJson.Options, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult NotFound(string detail)
    {
        return Problem(StatusCodes.Status404NotFound, detail);
    }

    private static IResult Problem(int status, string detail)
    {
        return Results.Problem(detail, statusCode: status);
    }
}
