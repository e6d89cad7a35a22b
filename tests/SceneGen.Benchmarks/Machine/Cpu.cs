namespace SceneGen.Benchmarks.Machine;

/// <summary>Processor time of the servers from here on.</summary>
internal sealed class Cpu(Servers servers)
{
    private readonly TimeSpan _postgres = servers.Postgres.Cpu;
    private readonly TimeSpan _rabbitMq = servers.RabbitMq.Cpu;

    public TimeSpan Postgres => servers.Postgres.Cpu - _postgres;

    public TimeSpan RabbitMq => servers.RabbitMq.Cpu - _rabbitMq;
}
