using Microsoft.Extensions.DependencyInjection.Extensions;
using SceneGen.Settings;

namespace SceneGen.Assets.Fetching;

public static class FetchingRegistration
{
    public static IServiceCollection AddFetching(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSettings<FetchingOptions>(FetchingOptions.Section)
            .AddSettings<AvatarOptions>(AvatarOptions.Section)
            .AddSingleton<AvatarUrlPolicy>()
            .AddSingleton<GuardedFetcher>();
    }
}
