using System.Text.Json.Nodes;
using SceneGen.Tests.Web.Contract.Services;
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
        Assert.Equal(["bearerAuth", "operatorCookie", "sessionCookie"], root["components"]!["securitySchemes"]!.AsObject().Select(one => one.Key).Order());
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

        Assert.Empty(OperationBook.Routes.Except(document.Operations.Keys));
    }

    [Fact]
    public async Task no_parameter_is_told_of_twice()
    {
        var document = await ApiDocument.ReadAsync(service.Http);
        var twice = document.Operations.SelectMany(one => (one.Value["parameters"]?.AsArray() ?? [])
            .GroupBy(parameter => $"{one.Key}: {parameter!["in"]} {parameter["name"]}".ToUpperInvariant())
            .Where(same => same.Count() > 1)
            .Select(same => same.Key));

        Assert.Empty(twice);
    }

    [Fact]
    public async Task what_there_is_only_some_of_is_named_with_all_of_it()
    {
        var schemas = (await ApiDocument.ReadAsync(service.Http)).Root["components"]!["schemas"]!;
        string[] states =
        [
            "awaitingTheme", "submitting", "generating", "storing", "ready", "rollingBack", "rolledBack", "failed", "canceled",
            "expired",
        ];
        foreach (var type in new[] { "SceneResource", "SceneEvent", "TimelineItem", "TimelineOpsItem" })
        {
            var named = schemas[type]!["properties"]!["status"]!["enum"]!.AsArray().Select(one => $"{one}");
            Assert.Equal(states, named);
        }
    }

    [Fact]
    public async Task every_field_that_has_to_be_there_is_said_to_be_required_and_no_other()
    {
        var document = await ApiDocument.ReadAsync(service.Http);
        var walk = new ApiWalk(service.Http, document, new GivenAnswers());
        var faults = new List<string>();
        foreach (var (name, operation) in document.Operations.Where(one => one.Value.ContainsKey("requestBody")))
        {
            var answer = await walk.CallAsync(name, null, new { });
            var named = answer?["errors"]?.AsObject().Select(error => error.Key).Order() ?? Enumerable.Empty<string>();
            if (!named.SequenceEqual(document.RequiredOf(operation).Order()))
            {
                faults.Add($"{name}: {string.Join(", ", named)}");
            }
        }

        // One or the other has to be there, or a reason unless nothing is done.
        When_the_api_is_walked.ExpectNone(faults.Where(fault => !fault.Contains("/dead-letters/", StringComparison.Ordinal)));
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
        foreach (var status in isUnsafe ? new[] { "400", "401", "403", "500" } : ["400", "401", "500"])
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
