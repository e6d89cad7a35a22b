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
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["Storage:Path"] = _folder.Root;
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Services.AddPictures();
        builder.Services.AddSingleton(new VipsCommand(TimeProvider.System) { Program = "vips-is-not-here" });
        await using var app = builder.Build();

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(
            () => app.StartAsync(TestContext.Current.CancellationToken));

        Assert.Equal(
            "vips was not found: install the Debian package libvips-tools (apt-get install libvips-tools)"
            + " and start again.",
            refusal.Message);
    }

    public void Dispose() => _folder.Dispose();
}
