using SceneGen.Generation;
using SceneGen.Generation.Messages;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Replicate;

namespace SceneGen.Tests.Generation;

/// <summary>A provider that answers to a purchase or a check what the test wrote down for it.</summary>
internal sealed class ScriptedShop : IAsyncDisposable
{
    private ScriptedShop(ReplicateDriver provider, GenerationHarness buyer) => (Provider, Buyer) = (provider, buyer);

    public ReplicateDriver Provider { get; }

    public GenerationHarness Buyer { get; }

    public static async Task<ScriptedShop> OpenAsync(
        string modelFolder = "",
        string themeFolder = "",
        string webhooks = "",
        string costCap = "1.00",
        string readsPerMinute = "3000")
    {
        var provider = await ReplicateDriver.StartAsync();
        var settings = ReplicateCaller.Settings(provider.BaseUrl);
        settings["Models:Path"] = modelFolder;
        settings["Themes:Path"] = themeFolder;
        settings["Replicate:WebhookBaseUrl"] = webhooks;
        settings["Scenes:CostCap"] = costCap;
        settings["Replicate:ReadsPerMinute"] = readsPerMinute;
        return new ScriptedShop(provider, await GenerationHarness.StartAsync(settings));
    }

    public Task<GenerateScene> BuyAsync(string predictionId) => BuyAsync(predictionId, A.Command(Guid.NewGuid()));

    public async Task<GenerateScene> BuyAsync(string predictionId, GenerateScene order)
    {
        Provider.WillAnswerPrediction(predictionId, code: 201);
        Assert.Equal(predictionId, Bought.Begun(await Buyer.BuyAsync(order)));
        return order;
    }

    public Task<CheckResult> LookAsync(GenerateScene order, int? check)
        => Buyer.LookAsync(new CheckGeneration
        {
            SceneId = order.SceneId,
            Run = order.Run,
            Attempt = order.Attempt,
            Check = check,
        });

    public async ValueTask DisposeAsync()
    {
        await Buyer.DisposeAsync();
        await Provider.DisposeAsync();
    }
}
