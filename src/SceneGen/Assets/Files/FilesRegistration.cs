namespace SceneGen.Assets.Files;

internal static class FilesRegistration
{
    public static IServiceCollection AddFiles(this IServiceCollection services)
    {
        services.AddScoped<FileUses>();
        services.AddScoped<FileBin>();
        return services;
    }
}
