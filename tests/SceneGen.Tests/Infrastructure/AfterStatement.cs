using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SceneGen.Tests.Infrastructure;

/// <summary>
/// Does something the moment after a statement on a scene was carried out, once, before whoever waits for it goes on. To be
/// made before the database is first used: a context remembers for a second that nobody listens.
/// </summary>
internal sealed class AfterStatement : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string _beginning;
    private readonly string _scene;
    private readonly List<IDisposable> _subscriptions = [];
    private Action? _deed;

    public AfterStatement(string beginning, Guid sceneId, Action deed)
    {
        (_beginning, _scene, _deed) = (beginning, sceneId.ToString(), deed);
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData { Command: { } command }
            && command.CommandText.StartsWith(_beginning, StringComparison.Ordinal)
            && command.Parameters.Cast<DbParameter>().Any(IsOfScene))
        {
            Interlocked.Exchange(ref _deed, null)?.Invoke();
        }
    }

    public void OnCompleted()
    {
        // Nothing is waited for.
    }

    public void OnError(Exception error)
    {
        // The listeners of this process report none.
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());

    private bool IsOfScene(DbParameter parameter)
        => string.Equals(parameter.Value?.ToString(), _scene, StringComparison.OrdinalIgnoreCase);
}
