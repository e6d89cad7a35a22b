using SceneGen.BrowserTests.Accessibility;
using SceneGen.BrowserTests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace SceneGen.BrowserTests.Operators;

public sealed class When_there_are_keys(PageWithKeys run, Chromium chromium)
    : BrowserTest(chromium, run.Url), IClassFixture<PageWithKeys>
{
    private const string AskedForKey = "40[13].*/ops(/enter)?([: ]|$)";

    [Fact]
    public async Task an_operator_signs_in_with_one_and_stays_signed_in()
    {
        var visitor = await ArriveAsync();
        var operators = new OperatorPage(visitor.Page);
        visitor.Complaints.Expect(AskedForKey);
        await visitor.Page.GotoAsync($"{run.Url}/ops");
        await Inspection.OfAsync(visitor.Page, "13-sign-in", 360);

        await operators.SignInAsync(PageWithKeys.OperatorKey);

        await Expect(operators.Overview).ToBeVisibleAsync();
        await operators.IsAliveAsync();
        await visitor.Page.ReloadAsync();
        await Expect(operators.Overview).ToBeVisibleAsync();
        Assert.DoesNotContain(PageWithKeys.OperatorKey, await visitor.StateAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task nobody_else_sees_what_operators_see()
    {
        var visitor = await ArriveAsync();
        await visitor.Studio.OrderAsync();
        await visitor.Studio.Scene.ShowsThePictureAsync();
        visitor.Complaints.Expect(AskedForKey);
        visitor.Complaints.Expect("40[13].*/api/ops/overview");
        Assert.Contains(
            await visitor.Page.EvaluateAsync<int>("async () => (await fetch('/api/ops/overview')).status"), (int[])[401, 403]);
        var operators = new OperatorPage(visitor.Page);
        await visitor.Page.GotoAsync($"{run.Url}/ops");
        await Expect(operators.SignInHeading).ToBeVisibleAsync();

        foreach (var key in (string[])[PageWithKeys.SceneKey, "no-key-at-all"])
        {
            await operators.SignInAsync(key);
            await Expect(operators.Fault).ToBeVisibleAsync();
            await Expect(operators.SignInHeading).ToBeVisibleAsync();
        }
    }
}
