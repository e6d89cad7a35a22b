namespace SceneGen.Web.Ops.Overview;

/// <summary>What an operator looks at first.</summary>
internal static class OverviewEndpoint
{
    public static void AddOverviewPage(this IServiceCollection services)
    {
        services.AddScoped<ProviderReader>();
        services.AddScoped<OutsideReader>();
        services.AddScoped<SlowCounter>();
        services.AddScoped<OverviewReader>();
        services.AddSingleton<OverviewCache>();
    }

    public static void MapOverview(this IEndpointRouteBuilder routes)
        => routes.MapGet(
            "/api/ops/overview",
            async (OverviewCache overview, CancellationToken cancellationToken)
                => TypedResults.Ok(await overview.ReadAsync(cancellationToken)));
}
