using System.Xml.Linq;
using SceneGen.Operations.Graph;
using SceneGen.Scenes.Correlation;
using SceneGen.Tests.Docs;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Operations;

public sealed class When_the_saga_is_drawn(SceneHarness harness) : IClassFixture<SceneHarness>
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private SceneGraph Graph => SceneGraph.Of(harness.States);

    [Fact]
    public void every_state_of_the_machine_has_its_own_place()
    {
        var states = harness.States.States.Select(state => state.Name).Where(name => name != "Final").ToList();

        Assert.Equal(states.Order(), Graph.States.Order());
        Assert.Equal(states.Count, states.Select(GraphLayout.PlaceOf).Distinct().Count());
    }

    [Fact]
    public void a_state_that_has_no_place_is_named()
        => Assert.Contains(
            "Dreaming", Assert.Throws<InvalidOperationException>(() => GraphLayout.PlaceOf("Dreaming")).Message, StringComparison.Ordinal);

    [Fact]
    public void its_moves_are_those_of_the_documented_flow()
        => Assert.Equal(
            Graph.Moves.Select(move => $"{move.From} {move.To}").Order(StringComparer.Ordinal),
            new FlowDocument().Moves.Order(StringComparer.Ordinal));

    [Fact]
    public void a_scene_ends_where_the_documented_flow_does()
        => Assert.Equal(
            Graph.States.Except([SceneGraph.Start, .. SceneStates.Running]).Order(StringComparer.Ordinal),
            new FlowDocument().Ends.Order(StringComparer.Ordinal));

    [Fact]
    public void a_move_names_what_brings_it_about()
    {
        var move = Assert.Single(Graph.Moves, move => (move.From, move.To) == ("Generating", "Storing"));

        Assert.Equal(["GenerationSucceeded"], move.Events);
        Assert.DoesNotContain(Graph.Moves, move => (move.From, move.To) == ("Ready", "Storing"));
    }

    [Fact]
    public void the_picture_says_in_words_what_it_shows()
    {
        var picture = XElement.Parse(GraphSvg.Draw(Graph, new Dictionary<string, long> { ["Generating"] = 12_345, ["Ready"] = 7 }));

        Assert.Equal("img", picture.Attribute("role")!.Value);
        Assert.Equal("The life of a scene", picture.Element(Svg + "title")!.Value);
        Assert.Equal("The states of all scenes. Generating: 12,345, Ready: 7.", picture.Element(Svg + "desc")!.Value);
        Assert.Contains("12,345", picture.Descendants(Svg + "text").Select(text => text.Value));
        Assert.Equal(Graph.Moves.Count, picture.Elements(Svg + "path").Count());
    }

    [Fact]
    public void one_scenes_way_stands_out()
    {
        var picture = XElement.Parse(GraphSvg.Draw(Graph, Guid.NewGuid(), ["Submitting", "Generating", "Submitting", "Failed"]));

        Assert.Equal(
            ["generating gone", "submitting gone", "failed here"],
            picture.Elements(Svg + "g")
                .Where(box => box.Attribute("class")!.Value != "state")
                .Select(box => $"{box.Attribute("data-state")!.Value} {box.Attribute("class")!.Value.Split(' ')[1]}")
                .OrderBy(text => text[^4..] == "here")
                .ThenBy(text => text));
        Assert.Equal(
            ["Failed", "Generating", "Submitting", "Submitting"],
            picture.Elements(Svg + "path")
                .Where(line => line.Attribute("class")!.Value == "move gone")
                .Select(line => line.Element(Svg + "title")!.Value.Split(' ', ':')[2])
                .Order());
    }
}
