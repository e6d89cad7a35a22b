using MassTransit;

namespace SceneGen.Messaging;

/// <summary>The broker as <c>ConnectionStrings:Bus</c> names it: <c>amqp[s]://user:password@host[,host…]:port/vhost</c>.</summary>
internal sealed record BrokerAddress(
    IReadOnlyList<string> Hosts, ushort Port, string VirtualHost, string User, string Password, bool IsSecure)
{
    private const ushort PlainPort = 5672;
    private const ushort SecurePort = 5671;

    public static BrokerAddress Parse(string text)
    {
        // A list of hosts is no part of a URL: the first stands for all while the rest is read.
        var from = text.LastIndexOf('@') + 1;
        var to = text.IndexOfAny([':', '/'], Math.Max(from, text.IndexOf("://", StringComparison.Ordinal) + 3));
        var hosts = (to < 0 ? text[from..] : text[from..to]).Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (from == 0
            || hosts.Length == 0
            || !Uri.TryCreate(text[..from] + hosts[0] + (to < 0 ? "" : text[to..]), UriKind.Absolute, out var url)
            || url.Scheme is not ("amqp" or "amqps")
            || url.UserInfo.Split(':') is not [var user, var password])
        {
            throw new InvalidOperationException(
                "ConnectionStrings:Bus names no broker: write amqp://user:password@host:5672/vhost, or leave it empty.");
        }

        var path = Uri.UnescapeDataString(url.AbsolutePath.TrimStart('/'));
        var isSecure = url.Scheme == "amqps";
        return new BrokerAddress(
            hosts,
            url.IsDefaultPort || url.Port <= 0 ? isSecure ? SecurePort : PlainPort : (ushort)url.Port,
            path.Length > 0 ? path : "/",
            Uri.UnescapeDataString(user),
            Uri.UnescapeDataString(password),
            isSecure);
    }

    public void Configure(IRabbitMqBusFactoryConfigurator bus)
        => bus.Host(Hosts[0], Port, VirtualHost, host =>
        {
            host.Username(User);
            host.Password(Password);
            if (Hosts.Count > 1)
            {
                host.UseCluster(cluster =>
                {
                    foreach (var node in Hosts)
                    {
                        cluster.Node($"{node}:{Port}");
                    }
                });
            }

            if (IsSecure)
            {
                host.UseSsl(ssl => ssl.ServerName = Hosts[0]);
            }
        });
}
