using System.Text.Json;
using SceneGen.Web.Http;
using SceneGen.Web.Scenes.Requests;

namespace SceneGen.Tests.Web.Http;

public sealed class When_a_body_is_read
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters =
        {
            new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
        },
    };

    [Fact]
    public void every_field_of_a_wrong_kind_is_named_beside_those_that_break_a_rule()
    {
        var body = Read("""
            { "avatarUrl": 7, "sceneId": "abc", "seed": 1.5, "avatar": { "kind": "dinosaur", "name": [], "description": "x" }, "new": 1 }
            """);

        var problem = body.Check(request => new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["avatarUrl"] = "is missing",
            ["theme"] = request.Theme ?? "is missing",
            ["avatar.description"] = request.Avatar!.Description!,
        });

        var errors = Assert.IsType<Dictionary<string, string[]>>(problem!.ProblemDetails.Extensions["errors"]);
        Assert.Equal(
            ["avatar.description", "avatar.kind", "avatar.name", "avatarUrl", "sceneId", "seed", "theme"],
            errors.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("is not text; send a string.", errors["avatarUrl"].Single());
        Assert.Equal("is none of its words; send one of human, animal, robot, creature, object.", errors["avatar.kind"].Single());
        Assert.Null(body.Value);
    }

    [Fact]
    public void one_that_is_well_has_its_value_and_no_problem()
    {
        var body = Read("""{ "theme": "neon-city", "unknown": { "a": 1 }, "theme": "space-station" }""");

        Assert.Null(body.Check(_ => []));
        Assert.Equal("space-station", body.Value!.Theme);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    public void what_is_no_object_is_refused(string text)
    {
        var problem = Read(text).Check(_ => []);

        Assert.Equal("invalid_json", problem!.ProblemDetails.Extensions["code"]);
        Assert.Contains("JSON object", problem.ProblemDetails.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void fields_that_come_twice_and_wrongly_are_named_once()
    {
        var errors = Read("""{ "seed": "x", "seed": "y", "avatar": { "kind": 1, "kind": 2 } }""").Problem!.ProblemDetails.Extensions["errors"];

        Assert.Equal(["avatar.kind", "seed"], Assert.IsType<Dictionary<string, string[]>>(errors).Keys.Order());
    }

    private static JsonBody<CreateSceneRequest> Read(string text)
        => JsonBody<CreateSceneRequest>.Of(JsonDocument.Parse(text).RootElement, Options);
}
