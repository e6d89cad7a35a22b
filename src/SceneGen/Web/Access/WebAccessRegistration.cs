using SceneGen.Access;

namespace SceneGen.Web.Access;

internal static class WebAccessRegistration
{
    /// <summary>Behind the database, which has keys, and before all else that starts.</summary>
    public static IServiceCollection AddWebAccess(this IServiceCollection services)
    {
        services.AddAccess();
        services.AddSingleton<RouteNeeds>();
        services.AddSingleton<CallerReader>();
        services.AddSingleton<AccessCookies>();
        services.AddSingleton<Gate>();
        services.AddHostedService<AccessAtStart>();
        return services;
    }
}
