using SceneGen.Contracts;
using SceneGen.Generation;
using SceneGen.Generation.Disputes;
using SceneGen.Generation.Messages;
using SceneGen.Scenes.Avatars;
using SceneGen.Tests.Builders;

namespace SceneGen.Tests.Generation.Disputes;

/// <summary>A provider that flags what it paints, and says not why.</summary>
internal sealed class FlaggedShop(ScriptedShop shop) : IAsyncDisposable
{
    public const string Flagged = "The input or output was flagged as sensitive. (E005)";

    public ScriptedShop Shop => shop;

    public IReadOnlyList<string> Creations =>
        [.. shop.Provider.Requests.Where(request => request.Method == "POST").Select(request => request.Body)];

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    public static async Task<FlaggedShop> OpenAsync(string costCap = "1.00")
        => new(await ScriptedShop.OpenAsync(costCap: costCap));

    /// <summary>A scene whose first attempt was flagged and whose second one is ordered.</summary>
    public async Task<GenerateScene> OrderAsync(
        string theme = "neon-city", string avatarUrl = A.AvatarUrl, decimal cost = 0, AvatarPicture? seen = null)
    {
        var scene = A.SceneIn("Generating");
        scene.KeepAvatar(seen);
        (scene.Theme, scene.ThemeVersion, scene.AvatarUrl, scene.Cost) = (theme, 1, avatarUrl, cost);
        await AddAsync(scene);
        var order = A.Command(scene.CorrelationId, theme) with { AvatarUrl = avatarUrl };
        var first = await LookAsync(order, Flagged);
        Assert.True(Assert.IsType<CheckResult.Failed>(first).Failure.Retryable);
        return order with { Attempt = 2 };
    }

    /// <summary>Has the second attempt flagged as well, and what comes after it answered as the test wrote down.</summary>
    public async Task<CheckResult> LookAsync(GenerateScene order, string error = Flagged, params string[] answers)
    {
        var id = $"{order.SceneId:N}{order.Attempt}";
        await shop.BuyAsync(id, order);
        return await LookAgainAsync(order, error, answers);
    }

    public Task<CheckResult> LookAgainAsync(GenerateScene order, string error = Flagged, params string[] answers)
    {
        shop.Provider.WillAnswer(200, $$"""{"id":"p","status":"failed","error":"{{error}}"}""");
        foreach (var answer in answers)
        {
            shop.Provider.WillAnswer(200, answer);
        }

        return shop.LookAsync(order, check: null);
    }

    public Task FlaggedBeforeAsync(string theme, string avatarUrl, double hoursAgo = 1, string? avatarHash = null)
        => AddAsync(new FlaggedContent
        {
            AvatarHash = avatarHash ?? ContentHash.OfAvatar(avatarUrl),
            PromptHash = ContentHash.OfPrompt(theme, 1),
            At = shop.Buyer.Time.GetUtcNow().AddHours(-hoursAgo),
        });

    public Task JudgedBeforeAsync(string avatarUrl, SceneFault fault)
        => AddAsync(new AvatarVerdict
        {
            AvatarHash = ContentHash.OfAvatar(avatarUrl),
            Fault = fault,
            At = shop.Buyer.Time.GetUtcNow(),
        });

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    private Task<int> AddAsync(object row) => shop.Buyer.InDatabaseAsync(database =>
    {
        database.Add(row);
        return database.SaveChangesAsync(Canceled);
    });
}
