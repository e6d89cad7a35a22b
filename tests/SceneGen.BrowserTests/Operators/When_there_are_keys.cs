using SceneGen.BrowserTests.Accessibility;
using SceneGen.BrowserTests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace SceneGen.BrowserTests.Operators;

public sealed class When_there_are_keys(PageWithKeys run, Chromium chromium)
    : BrowserTest(chromium, run.Url), IClassFixture<PageWithKeys>
{
    private const string AskedForKey = "40[13].*/ops(/enter)?([?#: ]|$)";

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
    public async Task an_operator_who_signs_out_is_out()
    {
        var (visitor, operators) = await SignInAsync("");

        await operators.SignOut.ClickAsync();

        await Expect(operators.Why).ToHaveTextAsync("You are signed out.");
        await Expect(operators.SignInHeading).ToBeVisibleAsync();
        Assert.DoesNotContain("scenegen_operator", await visitor.StateAsync(), StringComparison.Ordinal);
        await visitor.Page.GotoAsync($"{run.Url}/ops");
        await Expect(operators.SignInHeading).ToBeVisibleAsync();
        await Expect(operators.Why).ToHaveTextAsync("");
    }

    [Fact]
    public async Task who_is_out_while_the_page_is_open_is_told_why_and_comes_back_to_the_same_view()
    {
        var (visitor, operators) = await SignInAsync("#gates");
        await Expect(operators.Gates).ToBeVisibleAsync();
        visitor.Complaints.Expect("40[13].*/api/ops/gates");

        await visitor.ForgetAsync("scenegen_operator");

        await Expect(operators.SignInHeading).ToBeVisibleAsync();
        await Expect(operators.Why).ToContainTextAsync("You are no longer signed in");
        await Inspection.OfAsync(visitor.Page, "14-signed-out", 360);
        await operators.SignInAsync(PageWithKeys.OperatorKey);
        await Expect(operators.Gates).ToBeVisibleAsync();
        await Expect(visitor.Page).ToHaveURLAsync($"{run.Url}/ops#gates");
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

    private async Task<(Visitor Visitor, OperatorPage Page)> SignInAsync(string view)
    {
        var visitor = await ArriveAsync();
        var operators = new OperatorPage(visitor.Page);
        visitor.Complaints.Expect(AskedForKey);
        await visitor.Page.GotoAsync($"{run.Url}/ops{view}");
        await operators.SignInAsync(PageWithKeys.OperatorKey);
        await Expect(operators.SignOut).ToBeVisibleAsync();
        return (visitor, operators);
    }
}
