using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace SceneGen.Tests.Web.Contract;

/// <summary>
/// The walks hold the service to its document, and the document to the service: what is answered has to be named, and what
/// is named has to have been answered.
/// </summary>
public sealed class When_the_api_is_walked(WalkedApi api) : IClassFixture<WalkedApi>
{
    /// <summary>For people, and the files of their pages; and the document itself.</summary>
    private static readonly string[] Pages = ["/", "/scenes/{id:guid}", "/ui/{name}", "/ops", "/openapi/{documentName}.json"];

    [Fact]
    public void every_answer_is_as_the_document_says() => ExpectNone(api.Given.Faults);

    [Fact]
    public void every_answer_that_the_document_names_is_given() => ExpectNone(api.Given.Missing);

    [Fact]
    public void every_route_stands_in_the_document()
    {
        var routes = api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => !Pages.Contains(route.RoutePattern.RawText) && !IsOfSimulator(route))
            .SelectMany(route => (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["any method"])
                .Select(method => $"{method} {PathOf(route)}"))
            .Distinct();

        Assert.Equal(api.Document.Operations.Keys.Order(), routes.Order());
    }

    internal static void ExpectNone(IEnumerable<string> faults)
    {
        var all = string.Join(Environment.NewLine, faults.Distinct(StringComparer.Ordinal));
        Assert.True(all.Length == 0, all);
    }

    private static bool IsOfSimulator(RouteEndpoint route)
        => route.RoutePattern.RawText is { } text
            && (text.StartsWith("/simulator", StringComparison.Ordinal) || text.StartsWith("/replicate", StringComparison.Ordinal));

    /// <summary>Without what a value has to be like.</summary>
    private static string PathOf(RouteEndpoint route)
        => "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            RoutePatternSeparatorPart separator => separator.Content,
            _ => ((RoutePatternLiteralPart)part).Content,
        }))));
}
