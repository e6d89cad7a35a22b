using System.Text.RegularExpressions;
using SceneGen.Tests.Conventions;
using SceneGen.Web.Pages;

namespace SceneGen.Tests.Web.Ui;

public sealed partial class When_the_operators_page_is_read
{
    private const string Folder = "src/SceneGen/Web/Ui/Ops";

    private static readonly string Page = File.ReadAllText(Repository.PathOf($"{Folder}/ops.html"));

    private static IEnumerable<(string Name, string Text)> Scripts
        => Directory.EnumerateFiles(Repository.PathOf(Folder), "*.js")
            .Select(file => (Path.GetFileName(file), File.ReadAllText(file)));

    [Fact]
    public void what_it_asks_for_travels_inside_the_program()
    {
        var asked = Asked().Matches(Page).Select(match => match.Groups["name"].Value)
            .Concat(Scripts.SelectMany(script => Import().Matches(script.Text)).Select(match => match.Groups["name"].Value));

        Assert.All(
            asked.Distinct().Append("ops.html"),
            name => Assert.NotNull(typeof(OpsPage).Assembly.GetManifestResourceInfo($"ui/{name}")));
    }

    [Fact]
    public void it_needs_no_script_or_style_of_its_own_text()
    {
        Assert.DoesNotMatch("<style|style=|<script(?![^>]*src=)| on[a-z]+=", Page);
        Assert.All(Scripts, script => Assert.DoesNotMatch("innerHTML|insertAdjacentHTML|\\.style\\b|eval\\(|\\bstyle:", script.Text));
    }

    [Fact]
    public void it_asks_nobody_else()
        => Assert.All(
            Scripts.Select(script => script.Text).Append(Page),
            text => Assert.DoesNotMatch("https?://(?!www\\.w3\\.org)", text));

    [Fact]
    public void every_place_its_scripts_look_for_is_there()
    {
        var places = Scripts.SelectMany(script => Place().Matches(script.Text)).Select(match => match.Groups["id"].Value).Distinct();

        Assert.All(places, id => Assert.Contains($"id=\"{id}\"", Page, StringComparison.Ordinal));
    }

    [Fact]
    public void the_way_out_is_shown_by_the_script_that_leads_there()
        => Assert.Matches("<button id=\"exit\"[^>]* hidden>", Page);

    [Fact]
    public void every_tab_leads_to_a_view()
    {
        var app = Scripts.Single(script => script.Name == "ops.js").Text;
        var views = app[app.IndexOf("const views", StringComparison.Ordinal)..app.IndexOf("};", StringComparison.Ordinal)];

        Assert.All(
            Tab().Matches(Page).Select(match => match.Groups["name"].Value),
            name => Assert.Matches($@"\b'?{Regex.Escape(name)}'?[:,]", views));
    }

    [GeneratedRegex("(href|src)=\"ui/(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asked();

    [GeneratedRegex("from '\\./(?<name>[^']+)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Import();

    [GeneratedRegex("find\\('#(?<id>[\\w-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();

    [GeneratedRegex("<li><a href=\"#(?<name>[\\w-]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tab();
}
