using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Errors;
using SceneGen.Web.Http.Words;

namespace SceneGen.Tests.Web.Http;

public sealed class When_a_problem_is_answered
{
    [Theory]
    [InlineData("/scene", "de-DE,de;q=0.9,en;q=0.8", "scene_unknown", "Eine Szene mit dieser Kennung gibt es nicht.", "de")]
    [InlineData("/scene", "fr", "scene_unknown", "There is no scene of this id.", "en")]
    [InlineData("/particular", "de", "invalid_json", "seed: not a number.", "de")]
    [InlineData("/nowhere", "de", "not_found", "Unter dieser Adresse gibt es nichts.", "de")]
    public async Task it_speaks_the_callers_language(string path, string wishes, string code, string detail, string tag)
    {
        await using var app = await StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        client.DefaultRequestHeaders.Add("Accept-Language", wishes);

        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);

        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(
            (code, detail), (problem.GetProperty("code").GetString(), problem.GetProperty("detail").GetString()));
        var title = ProblemWords.Find(code)!.Title;
        Assert.Equal(tag is "de" ? title.German : title.English, problem.GetProperty("title").GetString());
        Assert.Equal([tag], answer.Content.Headers.ContentLanguage);
        Assert.Contains("Accept-Language", answer.Headers.Vary);
    }

    private static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddProblems();
        var app = builder.Build();
        app.UseStatusCodePages();
        app.MapGet("/scene", Problems.NoSuchScene);
        app.MapGet("/particular", () => Problems.Of(400, ProblemCodes.InvalidJson, "seed: not a number."));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
