using System.ComponentModel;
using System.Diagnostics;

namespace SceneGen.Simulator.Painting;

/// <summary>Runs the vips command, no more at once than there are processors.</summary>
internal sealed class Vips(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _slots = new(Environment.ProcessorCount);

    public async Task RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        try
        {
            await RunInSlotAsync(arguments, cancellationToken);
        }
        finally
        {
            _slots.Release();
        }
    }

    public void Dispose()
    {
        _slots.Dispose();
    }

    private async Task RunInSlotAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var process = Start(arguments);
        try
        {
            var complaint = await process.StandardError.ReadToEndAsync(either.Token);
            await process.WaitForExitAsync(either.Token);
            if (process.ExitCode != 0)
            {
                throw new VipsFailedException($"vips: {complaint.Trim()}") { ExitCode = process.ExitCode };
            }
        }
        catch (OperationCanceledException exception)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new VipsFailedException($"vips was still at work after {Timeout}", exception);
        }
    }

    private static Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("vips", arguments) { RedirectStandardError = true, UseShellExecute = false };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new VipsFailedException("vips cannot be started; install libvips-tools", exception);
        }
    }
}
