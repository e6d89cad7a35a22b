using SceneGen.Themes.Files;

namespace SceneGen.Themes.Life;

/// <summary>
/// Has what changes in the themes' folder live within seconds. A file that cannot be used is refused, and what it said
/// before stays.
/// </summary>
internal sealed partial class ThemeWatch(
    ThemeLibrary library, IServiceScopeFactory scopes, TimeProvider time, ILogger<ThemeWatch> logger) : BackgroundService
{
    // Looked for rather than listened to: mounted folders and swapped links tell nobody that they changed.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private string _seen = library.Fingerprint;
    private volatile IReadOnlyList<ThemeFault> _refused = [];

    /// <summary>The files as they lie there that are not used.</summary>
    public IReadOnlyList<ThemeFault> Refused => _refused;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await EnterAsync([.. library.All], cancellationToken) is [var fault, ..])
        {
            throw new InvalidDataException(fault.Sentence);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Pause, time, stoppingToken);
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, error);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var fingerprint = library.Folder.Fingerprint();
        if (fingerprint == _seen)
        {
            return;
        }

        if (ReadFolder() is not { } reading)
        {
            _seen = fingerprint;
            return;
        }

        var changed = reading.Themes.Where(theme => library.Find(theme.Id)?.Hash != theme.Hash).ToList();
        var refused = reading.Refused.Concat(await EnterAsync(changed, cancellationToken)).ToList();
        var refusedIds = refused.Select(fault => Path.GetFileNameWithoutExtension(fault.File)).ToHashSet(StringComparer.Ordinal);
        library.Replace(
            reading.Themes.Where(theme => !refusedIds.Contains(theme.Id))
                .Concat(refusedIds.Select(library.Find).OfType<Theme>()));
        (_refused, _seen) = (refused, fingerprint);

        foreach (var theme in changed.Where(theme => !refusedIds.Contains(theme.Id)))
        {
            Log.Changed(logger, theme.Id, theme.Version);
        }

        foreach (var fault in refused)
        {
            Log.Refused(logger, fault.Sentence);
        }
    }

    /// <summary>Null where there is nothing to read: a folder that went away, or was emptied, takes no theme with it.</summary>
    private ThemeReading? ReadFolder()
    {
        try
        {
            return library.Folder.Read();
        }
        catch (InvalidDataException error)
        {
            _refused = [new ThemeFault(error.Message, Line: 0, "The themes that are known stay.")];
            Log.Refused(logger, error.Message);
            return null;
        }
    }

    private async Task<IReadOnlyList<ThemeFault>> EnterAsync(List<Theme> themes, CancellationToken cancellationToken)
    {
        if (themes.Count == 0)
        {
            return [];
        }

        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ThemeLedger>().EnterAsync(themes, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The theme {Theme} is live in version {Version}.")]
        public static partial void Changed(ILogger logger, string theme, int version);

        [LoggerMessage(2, LogLevel.Warning, "A theme's file is refused, and what it said before stays. {Reason}")]
        public static partial void Refused(ILogger logger, string reason);

        [LoggerMessage(3, LogLevel.Warning, "The themes' folder could not be read; those that are known stay.")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
