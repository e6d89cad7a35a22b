namespace SceneGen.Web.Pictures;

internal static class PictureAccessRegistration
{
    public static IServiceCollection AddPictureAccess(this IServiceCollection services)
    {
        services.AddSingleton<PictureAccess>();
        services.AddScoped<PictureOwners>();
        return services;
    }
}
