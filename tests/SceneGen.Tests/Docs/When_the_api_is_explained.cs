using SceneGen.Tests.Web.Contract;
using SceneGen.Tests.Web.Contract.Services;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Tests.Docs;

public sealed class When_the_api_is_explained(ContractedService service) : IClassFixture<ContractedService>
{
    [Fact]
    public async Task every_route_is_listed_once_and_no_other()
    {
        var document = await ApiDocument.ReadAsync(service.Http);

        Assert.Equal(
            document.Operations.Keys.Where(route => !route.StartsWith("HEAD ", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            ApiPages.Routes.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("SceneResource")]
    [InlineData("SceneEvent")]
    public async Task what_is_shown_is_what_is_answered(string type)
    {
        var document = await ApiDocument.ReadAsync(service.Http);
        var schema = document.Root["components"]!["schemas"]![type]!.AsObject();
        var shown = type is "SceneResource" ? ApiPages.Scene : ApiPages.Event;

        Assert.Empty(document.Faults(schema, shown));
        Assert.Equal(
            schema["properties"]!.AsObject().Select(field => field.Key).Order(StringComparer.Ordinal),
            shown.AsObject().Select(field => field.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void every_status_is_told()
        => Assert.Equal(SceneStatus.All.Order(StringComparer.Ordinal), ApiPages.Statuses.Order(StringComparer.Ordinal));
}
