using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace SceneGen.FunctionalTests.Drivers;

/// <summary>Prometheus itself, with the rules that are delivered, but in a hurry.</summary>
public sealed class Prometheus : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scenegen-prometheus-");
    private readonly HttpClient _http = new();
    private readonly Process _process;

    private Prometheus(string rules, string target)
    {
        var address = $"127.0.0.1:{FreePort.Find()}";
        var settings = Path.Combine(_folder.FullName, "prometheus.yml");
        File.WriteAllText(settings, $$"""
            global: {scrape_interval: 1s, evaluation_interval: 1s}
            rule_files: ["{{rules}}"]
            scrape_configs:
              - job_name: scenegen
                static_configs: [{targets: ["{{target}}"]}]
            """);
        _http.BaseAddress = new Uri($"http://{address}");
        string[] words =
        [
            $"--config.file={settings}", $"--storage.tsdb.path={_folder.FullName}/data", $"--web.listen-address={address}",
            "--log.level=error",
        ];
        _process = Process.Start(new ProcessStartInfo("prometheus", words) { UseShellExecute = false })!;
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Prometheus Start(string rules, string target) => new(rules, target);

    /// <summary>The values of what a query finds now; none while Prometheus is starting.</summary>
    public async Task<IReadOnlyList<JsonElement>> QueryAsync(string expression)
        => await GetAsync($"/api/v1/query?query={Uri.EscapeDataString(expression)}") is { } data
            ? [.. data.GetProperty("result").EnumerateArray()]
            : [];

    /// <summary>The names of the alerts that fire.</summary>
    public async Task<IReadOnlyList<string>> FiringAsync()
        => await GetAsync("/api/v1/alerts") is { } data
            ? [.. data.GetProperty("alerts").EnumerateArray()
                .Where(alert => alert.GetProperty("state").GetString() == "firing")
                .Select(alert => alert.GetProperty("labels").GetProperty("alertname").GetString()!)]
            : [];

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
        _http.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<JsonElement?> GetAsync(string path)
    {
        Assert.False(_process.HasExited, "Prometheus has ended.");
        try
        {
            using var answer = await _http.GetAsync(path, Stop);
            return answer.IsSuccessStatusCode
                ? (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("data")
                : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
