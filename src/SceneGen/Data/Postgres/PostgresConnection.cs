namespace SceneGen.Data.Postgres;

/// <summary>How the service connects, where the operator's own words, which come last, do not say otherwise.</summary>
internal static class PostgresConnection
{
    // Statements stay prepared. Nothing changes a session's settings, so there is nothing to reset when a connection goes
    // back to its pool: the reset would count, and cost, as a transaction of its own.
    private const string Defaults = "Max Auto Prepare=100;No Reset On Close=true";

    public static string Of(string given) => $"{Defaults};{given}";
}
