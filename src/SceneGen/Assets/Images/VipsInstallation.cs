using Microsoft.Extensions.Options;

namespace SceneGen.Assets.Images;

public sealed class VipsInstallation(VipsCommand vips, IOptions<ImageOptions> options) : IHostedLifecycleService
{
    // Before anything else starts: no message is taken in by a service that cannot make a picture.
    public Task StartingAsync(CancellationToken cancellationToken) => TryOutAsync(cancellationToken);

    /// <summary>Throws when no picture can be worked on; there is nothing to try where none has to be.</summary>
    internal Task TryOutAsync(CancellationToken cancellationToken) =>
        options.Value.Processing is ImageProcessing.Passthrough
            ? Task.CompletedTask
            : vips.RunAsync(["--version"], cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
