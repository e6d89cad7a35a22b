namespace SceneGen.Tests.Running;

/// <summary>Where PostgreSQL and RabbitMQ are, in the words of compose/services.sh.</summary>
public sealed record Servers(string Postgres, string Broker, string Management)
{
    /// <summary>Those every test may use and none may disturb.</summary>
    public static Servers Common() => Read(name => Environment.GetEnvironmentVariable(name));

    public static Servers Read(Func<string, string?> variable)
    {
        return new(Get("SCENEGEN_POSTGRES"), Get("SCENEGEN_RABBITMQ"), Get("SCENEGEN_RABBITMQ_MANAGEMENT"));

        string Get(string name) => variable(name) ?? throw new InvalidOperationException(
            $"This test needs PostgreSQL and RabbitMQ: run 'bash compose/services.sh up' and set {name} as it says.");
    }
}
