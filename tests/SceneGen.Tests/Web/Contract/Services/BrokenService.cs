using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Tests.Web.Access;

namespace SceneGen.Tests.Web.Contract.Services;

/// <summary>One whose broker and provider are away, and that has room for two who watch.</summary>
public sealed class BrokenService : ContractedService
{
    public const string Key = "sg_contract_broken";

    internal LeapingTime Time { get; } = new();

    protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        .. AccessServer.KeySettings(("broken", Key, "scenes,ops")),
        new("Quotas:RequestsPerMinute", "1000000"),
        new("ConnectionStrings:Bus", "amqp://guest:guest@127.0.0.1:1/"),
        new("Live:Watchers", "2"),
        new("Live:WatchersPerSession", "1"),
        new("Live:WatchersPerKey", "1"),
    ];

    protected override void Add(WebApplicationBuilder builder)
    {
        base.Add(builder);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Configuration["Replicate:BaseUrl"] = "http://127.0.0.1:1/v1";
        builder.Configuration["Fetching:TrustedHosts:0"] = "127.0.0.1:1";
    }
}
