using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SceneGen.Tests.Web.Access;

namespace SceneGen.Tests.Web.Contract.Services;

/// <summary>One whose broker and provider are away, and that has room for two who watch.</summary>
public sealed class BrokenService : ContractedService
{
    public const string Key = "sg_contract_broken";

    private static readonly TimeSpan Little = TimeSpan.FromSeconds(1);

    internal LeapingTime Time { get; } = new();

    private RequestTimeoutOptions Limits => Services.GetRequiredService<IOptionsMonitor<RequestTimeoutOptions>>().CurrentValue;

    /// <summary>
    /// Requests have little time while this is done: what is to be answered otherwise has all that a busy machine takes.
    /// </summary>
    internal async Task HurryAsync(Func<Task> act)
    {
        var ample = Limits.DefaultPolicy!;
        Limits.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = Little,
            TimeoutStatusCode = ample.TimeoutStatusCode,
            WriteTimeoutResponse = ample.WriteTimeoutResponse,
        };
        try
        {
            await act();
        }
        finally
        {
            Limits.DefaultPolicy = ample;
        }
    }

    protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        .. AccessServer.KeySettings(("broken", Key, "scenes,ops")),
        new("Quotas:RequestsPerMinute", "1000000"),
        new("ConnectionStrings:Bus", "amqp://guest:guest@127.0.0.1:1/"),
        new("Live:Watchers", "2"),
        new("Live:WatchersPerSession", "1"),
    ];

    protected override void Add(WebApplicationBuilder builder)
    {
        base.Add(builder);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Configuration["Replicate:BaseUrl"] = "http://127.0.0.1:1/v1";
        builder.Configuration["Fetching:TrustedHosts:0"] = "127.0.0.1:1";
    }
}
