using System.Diagnostics;
using System.Net;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SceneGen.Benchmarks.Scenes;

namespace SceneGen.Benchmarks.Assets;

/// <summary>Pictures a second from the service and from Kestrel's static files, each a process of its own, by turns.</summary>
internal static class AssetsBenchmark
{
    private const int Bytes = 320_000;
    private const int Connections = 8;
    private const int Turns = 3;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(4);

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("scenegen-assets-").FullName;
        try
        {
            var name = await WritePictureAsync(folder);
            await using var service = await ProgramProcess.StartAsync(
                "SceneGen.dll",
                ("Storage__Path", folder),
                ("Replicate__ApiToken", "none"),
                ("Replicate__BaseUrl", "http://127.0.0.1:1/v1"));
            await using var files = await ProgramProcess.StartAsync("SceneGen.Benchmarks.dll", (StaticServer.Folder, folder));
            var served = new Uri(service.Url, $"/assets/{name}");
            var still = new Uri(files.Url, $"/{name[..2]}/{name}");
            await CompareAsync("whole pictures (320 kB)", service, files, served, still, HttpStatusCode.OK);
            await CompareAsync("304", service, files, served, still, HttpStatusCode.NotModified);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> WritePictureAsync(string folder)
    {
        var bytes = RandomNumberGenerator.GetBytes(Bytes);
        var name = $"{Convert.ToHexStringLower(SHA256.HashData(bytes))}.jpg";
        Directory.CreateDirectory(Path.Combine(folder, name[..2]));
        await File.WriteAllBytesAsync(Path.Combine(folder, name[..2], name), bytes);
        return name;
    }

    private static async Task CompareAsync(
        string what, ProgramProcess service, ProgramProcess files, Uri served, Uri still, HttpStatusCode status)
    {
        // The first turn of each is spent on compiling.
        await MeasureAsync(service, served, status);
        await MeasureAsync(files, still, status);
        var (ours, theirs) = (default(Sample), default(Sample));
        for (var turn = 0; turn < Turns; turn++)
        {
            ours += await MeasureAsync(service, served, status);
            theirs += await MeasureAsync(files, still, status);
        }

        Report.Heading(what);
        Report.Figure("service, a second", ours.PerSecond, "0");
        Report.Figure("static files, a second", theirs.PerSecond, "0");
        Report.Figure("ratio", ours.PerSecond / theirs.PerSecond);
        Report.Figure("CPU us a request, service", ours.MicrosecondsEach, "0");
        Report.Figure("CPU us a request, static files", theirs.MicrosecondsEach, "0");
    }

    private static async Task<Sample> MeasureAsync(ProgramProcess server, Uri url, HttpStatusCode status)
    {
        var tag = status is HttpStatusCode.NotModified ? await TagOfAsync(server, url) : null;
        var (cpu, watch) = (server.Tree.OwnCpu, Stopwatch.StartNew());
        using var end = new CancellationTokenSource(Turn);
        var calls = await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            using var caller = new KeepAliveCaller(url, tag);
            return await caller.CallUntilAsync((int)status, end.Token);
        }));
        return new Sample(calls.Sum(), watch.Elapsed, server.Tree.OwnCpu - cpu);
    }

    private static async Task<string> TagOfAsync(ProgramProcess server, Uri url)
    {
        using var answer = await server.Http.GetAsync(url);
        return answer.Headers.ETag!.ToString();
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Sample(int Calls, TimeSpan Time, TimeSpan Cpu)
    {
        public double PerSecond => Calls / Time.TotalSeconds;

        public double MicrosecondsEach => Cpu.TotalMicroseconds / Calls;

        public static Sample operator +(Sample one, Sample other)
            => new(one.Calls + other.Calls, one.Time + other.Time, one.Cpu + other.Cpu);
    }
}
