using System.Data.Common;

namespace SceneGen.Tests.Web.Contract.Services;

/// <summary>
/// Between the look that a request takes at a scene and the message that follows from it the scene is brought into another
/// state; and back, before the request looks again.
/// </summary>
/// <param name="move">Brings the scene into a state.</param>
/// <param name="own">The state in which the request sees it.</param>
/// <param name="other">The one in which the message finds it.</param>
/// <param name="read">The read before which the scene has to be moved.</param>
internal sealed class Overtaking(
    Func<string, Task> move, string own, string other, (string Table, int Number) read)
{
    private Step _step;
    private int _reads;

    private enum Step
    {
        Looking,
        Moving,
        Moved,
        Told,
        Over,
    }

    public async Task HearAsync(DbCommand command)
    {
        if (_step is Step.Looking && Says(command, $"FROM \"{read.Table}\"") && ++_reads == read.Number)
        {
            _step = Step.Moving;
            await move(other);
            _step = Step.Moved;
        }
        else if (_step is Step.Moved && Says(command, "INSERT INTO \"inbox\""))
        {
            _step = Step.Told;
        }
        else if (_step is Step.Told && command.Transaction is null)
        {
            _step = Step.Over;
            await move(own);
        }
    }

    private static bool Says(DbCommand command, string text) => command.CommandText.Contains(text, StringComparison.Ordinal);
}
