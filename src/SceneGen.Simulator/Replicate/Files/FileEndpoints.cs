using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using SceneGen.Simulator.Replicate.Http;
using SceneGen.Simulator.Replicate.Http.Calls;
using SceneGen.Simulator.Replicate.Http.Problems;

namespace SceneGen.Simulator.Replicate.Files;

/// <summary>The calls for uploaded files.</summary>
internal sealed class FileEndpoints(FileShelf shelf, IOptions<SimulatorOptions> options, TimeProvider time)
{
    private const string Owner = "simulator";
    private const long Largest = 100 * 1024 * 1024;
    private const int LongestName = 255;

    public void Map(RouteGroupBuilder api)
    {
        var files = api.MapGroup("/files").WithMetadata(CallName.Files);
        files.MapPost("", CreateAsync);
        files.MapGet("/{id}", Get);
        files.MapDelete("/{id}", Remove);
        files.MapGet("/{id}/download", Download);
    }

    private async Task<IResult> CreateAsync(HttpRequest request)
    {
        var limit = request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (request.ContentLength > Largest)
        {
            return ProviderProblem.FileTooLarge();
        }

        if (limit is { IsReadOnly: false })
        {
            limit.MaxRequestBodySize = Largest;
        }

        if (!request.HasFormContentType)
        {
            return ProviderProblem.BadRequest("Expected multipart/form-data.");
        }

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (form.Files["content"] is not { } content)
        {
            return ProviderProblem.BadRequest("Missing content");
        }

        var name = form["filename"].FirstOrDefault() ?? content.FileName;
        if (MetadataOf(form) is not { } metadata || Encoding.UTF8.GetByteCount(name) > LongestName)
        {
            return ProviderProblem.BadRequest("The metadata or the filename is invalid.");
        }

        var type = form["type"].FirstOrDefault() ?? content.ContentType ?? "application/octet-stream";
        var file = await shelf.AddAsync(content, name, type, metadata, request.HttpContext.RequestAborted);
        return Answer(file, request, StatusCodes.Status201Created);
    }

    private IResult Get(HttpRequest request, string id)
    {
        return shelf.Find(id) is { } file ? Answer(file, request, StatusCodes.Status200OK) : ProviderProblem.NotFound();
    }

    private IResult Remove(string id)
    {
        return shelf.Remove(id) ? Results.NoContent() : ProviderProblem.NotFound();
    }

    private IResult Download(HttpRequest request, string id)
    {
        var (owner, expiry) = (request.Query["owner"].ToString(), request.Query["expiry"].ToString());
        return shelf.Find(id) is { } file && owner == Owner && IsAhead(expiry)
            && IsSigned($"{owner} {id} {expiry}", request.Query["signature"].ToString())
                ? Results.File(file.Path, "application/octet-stream")
                : ProviderProblem.NotFound();
    }

    private bool IsAhead(string expiry)
    {
        return long.TryParse(expiry, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds > time.GetUtcNow().ToUnixTimeSeconds();
    }

    /// <summary>With the webhooks' secret: nobody is told what the provider signs its files with.</summary>
    private bool IsSigned(string text, string signature)
    {
        var right = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(options.Value.WebhookSecret), Encoding.UTF8.GetBytes(text));
        return CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(Convert.ToBase64String(right)), Encoding.UTF8.GetBytes(signature));
    }

    private IResult Answer(UploadedFile file, HttpRequest request, int status)
    {
        var body = FileBody.Of(file, options.Value.UrlBase(request));
        return Results.Json(body, ReplicateJson.Options, "application/json", status);
    }

    private static JsonObject? MetadataOf(IFormCollection form)
    {
        // Given as a field, or as a part with a type of its own, which reads as a file.
        using var part = form.Files["metadata"]?.OpenReadStream();
        try
        {
            return part is null
                ? JsonNode.Parse(form["metadata"].FirstOrDefault() ?? "{}") as JsonObject
                : JsonNode.Parse(part) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
