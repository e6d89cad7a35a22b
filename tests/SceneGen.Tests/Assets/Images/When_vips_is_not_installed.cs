using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SceneGen.Assets;
using SceneGen.Assets.Images;

namespace SceneGen.Tests.Assets.Images;

public sealed class When_vips_is_not_installed : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task the_service_refuses_to_start_and_names_the_package()
    {
        await using var app = Make();

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(
            () => app.StartAsync(TestContext.Current.CancellationToken));

        Assert.Equal(
            "vips was not found: install the Debian package libvips-tools (apt-get install libvips-tools)"
            + " and start again.",
            refusal.Message);
    }

    [Fact]
    public async Task a_service_that_passes_pictures_through_does_without_it()
    {
        await using var app = Make("Images:Processing=passthrough");

        await app.StartAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose() => _folder.Dispose();

    private WebApplication Make(params string[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder([.. settings.Select(setting => $"--{setting}")]);
        builder.Logging.ClearProviders();
        builder.Configuration["Storage:Path"] = _folder.Root;
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Services.AddPictures();
        builder.Services.AddSingleton(new VipsCommand(TimeProvider.System) { Program = "vips-is-not-here" });
        return builder.Build();
    }
}
