using SceneGen.Access;
using SceneGen.Data;

namespace SceneGen.Web.Access;

internal static class WebAccessRegistration
{
    /// <summary>Behind the database, which has keys.</summary>
    public static IServiceCollection AddWebAccess(this IServiceCollection services)
    {
        services.AddAccess();
        services.AddSingleton<RouteNeeds>();
        services.AddSingleton<PageOrigins>();
        services.AddSingleton<CallerReader>();
        services.AddSingleton<AccessCookies>();
        services.AddSingleton<Gate>();

        // Next to the migration: nothing that works in the background has begun when this stops the start.
        var migration = services.Index().First(one => one.Item.ImplementationType == typeof(MigrationAtStart)).Index;
        services.Insert(migration + 1, ServiceDescriptor.Singleton<IHostedService, AccessAtStart>());
        return services;
    }
}
