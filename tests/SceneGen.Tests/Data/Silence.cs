using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SceneGen.Tests.Data;

/// <summary>A database that answers no question until the test lets it.</summary>
internal sealed class Silence : DbCommandInterceptor
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _now;

    public int MostAtOnce { get; private set; }

    public void Begin() => _end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void End() => _end.SetResult();

    public async Task IsAskedAsync(int readers, CancellationToken stop)
    {
        while (MostAtOnce < readers)
        {
            await Task.Delay(10, stop);
        }
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            _now++;
            MostAtOnce = Math.Max(MostAtOnce, _now);
        }

        try
        {
            await _end.Task.WaitAsync(cancellationToken);
            return result;
        }
        finally
        {
            lock (_lock)
            {
                _now--;
            }
        }
    }
}
