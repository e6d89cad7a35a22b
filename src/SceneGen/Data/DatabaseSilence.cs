using System.Data.Common;

namespace SceneGen.Data;

/// <summary>The database has not answered in time, and may answer the next time.</summary>
internal sealed class DatabaseSilence(TimeSpan patience, Exception inner)
    : DbException($"The database did not answer within {patience.TotalSeconds:0} s.", inner)
{
    public override bool IsTransient => true;
}
