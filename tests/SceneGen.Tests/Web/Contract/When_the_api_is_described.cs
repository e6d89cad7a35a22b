using System.Text.Json.Nodes;
using SceneGen.Web.OpenApi;

namespace SceneGen.Tests.Web.Contract;

/// <summary>What a reader of the document needs is in it, for every operation; what is missing is listed.</summary>
public sealed class When_the_api_is_described(ContractedService service) : IClassFixture<ContractedService>
{
    private const string Json = "application/json";

    [Fact]
    public async Task it_is_by_version_3_1_with_what_is_posted_and_who_may_call()
    {
        var root = (await ApiDocument.ReadAsync(service.Http)).Root;

        Assert.StartsWith("3.1", root["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(["bearerAuth", "cookieAuth"], root["components"]!["securitySchemes"]!.AsObject().Select(one => one.Key).Order());
        Assert.Equal(
            ["scene.canceled", "scene.expired", "scene.failed", "scene.ready", "scene.rolledBack"],
            root["webhooks"]!.AsObject().Select(one => one.Key).Order());
    }

    [Fact]
    public async Task every_operation_has_all_that_is_to_be_said_of_it()
    {
        var document = await ApiDocument.ReadAsync(service.Http);
        var missing = document.Operations.SelectMany(one => MissingOf(one.Key, one.Value)).ToList();
        var ids = document.Operations.Values.Select(operation => operation["operationId"]?.GetValue<string>()).ToList();

        Assert.True(missing.Count == 0, string.Join(Environment.NewLine, missing));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task every_example_is_as_its_schema_says()
    {
        var document = await ApiDocument.ReadAsync(service.Http);
        var faults = document.Operations
            .SelectMany(one => ContentsOf(one.Value).Select(content => (one.Key, Content: content)))
            .Where(one => one.Content["schema"] is JsonObject)
            .SelectMany(one => ExamplesOf(one.Content)
                .SelectMany(example => document.Faults(one.Content["schema"]!.AsObject(), example))
                .Select(fault => $"{one.Key}: {fault}"))
            .ToList();

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task nothing_is_said_of_an_operation_that_is_not_there()
    {
        var document = await ApiDocument.ReadAsync(service.Http);

        // These are told of before they are there.
        Assert.Empty(OperationBook.Routes.Except(document.Operations.Keys).Except(["GET /api/scenes/{id}/events"]));
    }

    private static IEnumerable<string> MissingOf(string name, JsonObject operation)
    {
        foreach (var part in new[] { "operationId", "summary", "tags", "responses" })
        {
            if (operation[part] is null)
            {
                yield return $"{name} has no {part}";
            }
        }

        var isUnsafe = name.Split(' ')[0] is "POST" or "PUT" or "DELETE";
        foreach (var status in isUnsafe ? new[] { "400", "401", "403", "500", "503" } : ["400", "401", "500", "503"])
        {
            if (operation["responses"]?[status]?["content"]?["application/problem+json"]?["schema"] is null)
            {
                yield return $"{name} has no error {status}";
            }
        }

        foreach (var content in ContentsOf(operation).Where(content => content["schema"] is not null && !ExamplesOf(content).Any()))
        {
            yield return $"{name} has no example of {content["schema"]!.ToJsonString()}";
        }
    }

    private static IEnumerable<JsonObject> ContentsOf(JsonObject operation)
        => operation["responses"]!.AsObject().Select(response => response.Value)
            .Append(operation["requestBody"])
            .Select(one => one?["content"])
            .OfType<JsonObject>()
            .SelectMany(content => content)
            .Where(content => content.Key is Json or "application/problem+json")
            .Select(content => content.Value!.AsObject());

    private static IEnumerable<JsonNode?> ExamplesOf(JsonObject content)
        => content.ContainsKey("example")
            ? [content["example"]]
            : content["examples"]?.AsObject().Select(one => one.Value!["value"]) ?? [];
}
