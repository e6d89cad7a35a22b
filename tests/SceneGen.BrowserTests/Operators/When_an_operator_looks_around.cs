using SceneGen.BrowserTests.Accessibility;
using SceneGen.BrowserTests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace SceneGen.BrowserTests.Operators;

[Collection(EmbeddedPage.Shared)]
public sealed class When_an_operator_looks_around(EmbeddedPage run, Chromium chromium) : BrowserTest(chromium, run.Url)
{
    [Theory]
    [InlineData("overview")]
    [InlineData("scenes")]
    [InlineData("rollbacks")]
    [InlineData("dead-letters")]
    [InlineData("gates")]
    [InlineData("storage")]
    [InlineData("reconciliation")]
    [InlineData("audit")]
    public async Task every_view_is_for_everybody(string view)
    {
        var visitor = await ArriveAsync();
        var operators = new OperatorPage(visitor.Page);

        await operators.OpenAsync(run.Url, view);

        await Inspection.OfAsync(visitor.Page, $"20-ops-{view}", 360, 1280);
    }

    [Fact]
    public async Task one_scene_is_for_everybody()
    {
        var visitor = await ArriveAsync();
        await visitor.Studio.OrderAsync();
        await visitor.Studio.Scene.ShowsThePictureAsync();
        var operators = new OperatorPage(visitor.Page);

        await operators.OpenAsync(run.Url, $"scene={visitor.Studio.SceneId}");

        await Inspection.OfAsync(visitor.Page, "21-ops-scene", 360, 1280);
    }

    [Fact]
    public async Task an_order_is_asked_for_and_told_for_everybody_and_leads_back_to_where_it_was_given()
    {
        var visitor = await ArriveAsync();
        var operators = new OperatorPage(visitor.Page);
        await operators.OpenAsync(run.Url, "reconciliation");

        await operators.Reconcile.ClickAsync();
        await Inspection.OfAsync(visitor.Page, "22-ops-order", 360);
        await operators.RunAsync("Reconcile");
        await Expect(operators.Order).ToContainTextAsync("Last compared");
        await visitor.Page.Keyboard.PressAsync("Escape");

        await Expect(operators.Order).ToBeHiddenAsync();
        await Expect(operators.Reconcile).ToBeFocusedAsync();
    }
}
