using Microsoft.Extensions.Options;

namespace SceneGen.Operations.Alerts;

/// <summary>
/// Has it told that the database is away. Nobody knows then whether another instance has told of it, so each one tells.
/// </summary>
internal sealed class DatabaseAlert(AlertPoster poster, IOptions<AlertOptions> options, TimeProvider time)
{
    private const string Name = "DatabaseAway";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private DateTimeOffset? _awaySince;
    private DateTimeOffset? _toldAt;

    public async Task LookAsync(bool isThere, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!isThere)
        {
            _awaySince ??= now;
            if (now - _awaySince >= Patience && !(now - _toldAt < options.Value.Repeat))
            {
                await BeginAsync(now, cancellationToken);
            }

            return;
        }

        _awaySince = null;
        if (_toldAt is not null && await poster.TellItIsOverAsync(Name, cancellationToken))
        {
            _toldAt = null;
        }
    }

    private async Task BeginAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var alert = new Alert(
            Name, $"{Environment.MachineName} cannot read its database since {_awaySince:yyyy-MM-dd'T'HH:mm:ss'Z'}; nothing goes on without it.");
        if (await poster.TellAsync(alert, cancellationToken))
        {
            _toldAt = now;
        }
    }
}
