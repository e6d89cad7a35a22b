using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace SceneGen.Access.Protection;

internal static class ProtectionRegistration
{
    /// <summary>Never changed: what was signed under another name is not ours.</summary>
    private const string Application = "SceneGen";

    public static void AddProtection(this IServiceCollection services)
    {
        services.AddSingleton<ProtectionKeys>();
        services.AddDataProtection().SetApplicationName(Application);
        services.AddOptions<KeyManagementOptions>()
            .Configure<ProtectionKeys>((options, keys) => options.XmlRepository = keys);
    }
}
