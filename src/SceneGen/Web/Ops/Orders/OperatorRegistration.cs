using SceneGen.Web.Ops.SceneOrders;
using SceneGen.Web.Ops.Scenes;

namespace SceneGen.Web.Ops.Orders;

/// <summary>What operators do, and how they see a scene.</summary>
internal static class OperatorRegistration
{
    public static IServiceCollection AddOperators(this IServiceCollection services)
    {
        services.AddScoped<OperatorSceneReader>();
        services.AddScoped<SceneOrderDesk>();
        services.AddScoped<GateDesk>();
        return services;
    }

    public static void MapOperators(this IEndpointRouteBuilder routes)
    {
        routes.MapOperatorScenes();
        routes.MapSceneOrders();
        routes.MapWork();
        routes.MapOperatorActions();
    }
}
