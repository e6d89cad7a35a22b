using Microsoft.EntityFrameworkCore;

namespace SceneGen.Data;

internal static class DataRegistration
{
    private const string DefaultDatabase = "Data Source=data/scenegen.db";

    public static IServiceCollection AddData(this IServiceCollection services)
    {
        services.AddDbContext<SceneDbContext>((provider, options) => options.UseSqlite(
            ConnectionString(provider.GetRequiredService<IConfiguration>())));
        services.AddHostedService<DatabaseCreator>();
        return services;
    }

    private static string ConnectionString(IConfiguration configuration)
    {
        var given = configuration.GetConnectionString("Database");
        if (string.IsNullOrWhiteSpace(given))
        {
            return DefaultDatabase;
        }

        return given.TrimStart().StartsWith("Data Source=", StringComparison.OrdinalIgnoreCase)
            ? given
            : throw new InvalidOperationException(
                "ConnectionStrings:Database names no SQLite file: write 'Data Source=' and a path, such as Data Source=data/scenegen.db.");
    }
}
