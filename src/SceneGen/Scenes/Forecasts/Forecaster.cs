using Microsoft.Extensions.Options;
using SceneGen.Data;
using SceneGen.Replicate;
using SceneGen.Scenes.Options;
using SceneGen.Themes;
using SceneGen.Themes.Variants;

namespace SceneGen.Scenes.Forecasts;

/// <summary>Says when scenes will be ready, from what is read no more often than every half minute.</summary>
internal sealed class Forecaster(
    ThemeLibrary themes,
    IServiceScopeFactory scopes,
    IOptions<ReplicateOptions> replicate,
    IOptions<SceneOptions> options,
    TimeProvider time)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private Task _reading = Task.CompletedTask;
    private DateTimeOffset _nextAt;
    private volatile Forecast _latest = Forecast.Unknown;

    /// <summary>Returns when what is known is fresh enough; what is under way is shared.</summary>
    public Task RefreshAsync()
    {
        lock (_lock)
        {
            if (_reading.IsCompleted && time.GetUtcNow() >= _nextAt)
            {
                _nextAt = time.GetUtcNow() + Freshness;
                _reading = Task.Run(ReadAsync, CancellationToken.None);
            }

            return _reading;
        }
    }

    public int? SecondsLeft(SceneState scene, DateTimeOffset now)
        => _latest.RestOf(scene, ModelOf(scene), now) is { } rest ? (int)Math.Ceiling(rest.TotalSeconds) : null;

    /// <summary>While nothing is ordered, the one whose turn it is.</summary>
    private string? ModelOf(SceneState scene)
    {
        if (scene.CurrentState != nameof(SceneStateMachine.Submitting)
            || scene.Theme is not { } id || themes.Find(id) is not { } theme)
        {
            return scene.Model;
        }

        var models = themes.ModelsOf(theme, theme.LabelFor(scene.SessionId));
        return models[Math.Min((scene.Attempt - 1) / options.Value.AttemptsPerModel, models.Count - 1)].Id;
    }

    private async Task ReadAsync()
    {
        using var patience = new CancellationTokenSource(Patience, time);
        await using var scope = scopes.CreateAsyncScope();
        _latest = await PaceReading.ReadAsync(
            scope.ServiceProvider.GetRequiredService<SceneDbContext>(), replicate.Value.CreatesPerMinute, patience.Token);
    }
}
