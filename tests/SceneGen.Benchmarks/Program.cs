using SceneGen.Benchmarks.Assets;
using SceneGen.Benchmarks.Machine;
using SceneGen.Benchmarks.Messaging;
using SceneGen.Benchmarks.Pictures;
using SceneGen.Benchmarks.Scenes;
using SceneGen.Benchmarks.Watching;

const string Usage = """
    messaging [steps]                     what a step of a saga costs, and what parked timers do to the due ones
    pictures [rounds]                     what the image step costs, beside vipsthumbnail on the same file
    scenes [count] [SETTING=value …]      what a scene costs, service and simulator as processes of their own
    watchers [count]                      what it costs that many watch the scenes of one instance
    assets                                served pictures a second, beside Kestrel's static files
    """;

if (Environment.GetEnvironmentVariable(StaticServer.Folder) is { Length: > 0 } folder)
{
    await StaticServer.RunAsync(args, folder);
    return 0;
}

switch (args)
{
    case ["assets"]:
        await AssetsBenchmark.RunAsync();
        return 0;
    case ["messaging", .. var rest]:
        await using (var servers = await Servers.FindAsync())
        {
            await new MessagingBenchmark(servers).RunAsync(rest is [var steps] ? int.Parse(steps, null) : 200);
        }

        return 0;
    case ["pictures", .. var rest]:
        await new PicturesBenchmark(rest is [var rounds] ? int.Parse(rounds, null) : 20).RunAsync();
        return 0;
    case ["scenes", .. var rest]:
        await using (var servers = await Servers.FindAsync())
        {
            var count = rest.FirstOrDefault(word => !word.Contains('=', StringComparison.Ordinal));
            var settings = rest.Where(word => word.Contains('=', StringComparison.Ordinal));
            await new ScenesBenchmark(servers, [.. settings]).RunAsync(count is null ? 500 : int.Parse(count, null));
        }

        return 0;
    case ["watchers", .. var rest]:
        await using (var servers = await Servers.FindAsync())
        {
            await new WatchersBenchmark(servers).RunAsync(rest is [var count] ? int.Parse(count, null) : 2000);
        }

        return 0;
    default:
        Console.WriteLine(Usage);
        return 2;
}
