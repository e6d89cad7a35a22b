namespace SceneGen.Simulator.Replicate.Http;

/// <summary>What the caller gets in place of the answer to its creation.</summary>
internal static class FaultAnswer
{
    private const string GatewayPage = """
        <html>
        <head><title>502 Bad Gateway</title></head>
        <body><center><h1>502 Bad Gateway</h1></center><hr><center>cloudflare</center></body>
        </html>
        """;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    public static IResult Of(Fault fault, HttpContext context)
    {
        switch (fault.Effect)
        {
            case FaultEffect.Throttle:
                return ProviderProblem.Throttled(fault.Error!, RetryAfter);
            case FaultEffect.ResetAfter:
                context.Abort();
                return Results.Empty;
            default:
                return Results.Content(GatewayPage, "text/html", statusCode: StatusCodes.Status502BadGateway);
        }
    }
}
