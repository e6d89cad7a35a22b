namespace SceneGen.Simulator.Replicate.Http.Problems;

/// <summary>What a gateway says that could not reach the provider.</summary>
internal static class GatewayPage
{
    private const string Page = """
        <html>
        <head><title>502 Bad Gateway</title></head>
        <body><center><h1>502 Bad Gateway</h1></center><hr><center>cloudflare</center></body>
        </html>
        """;

    public static IResult Answer()
    {
        return Results.Content(Page, "text/html", statusCode: StatusCodes.Status502BadGateway);
    }
}
