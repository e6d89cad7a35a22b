using MassTransit;
using MassTransit.SagaStateMachine;
using SceneGen.Scenes;

namespace SceneGen.Operations.Graph;

/// <summary>The saga as a picture of states and moves, read from the machine itself.</summary>
internal sealed record SceneGraph(IReadOnlyList<string> States, IReadOnlyList<SceneGraph.Move> Moves)
{
    public const string Start = "Initial";

    private const string End = "Final";

    public static SceneGraph Of(SceneStateMachine machine)
    {
        var reader = new MoveReader();
        machine.Accept(reader);
        var states = machine.GetGraph().Vertices
            .Where(vertex => typeof(State).IsAssignableFrom(vertex.VertexType))
            .Select(vertex => vertex.Title)
            .Where(state => state != End)
            .OrderBy(GraphLayout.RankOf)
            .ToList();
        return new SceneGraph(
            states,
            [
                .. reader.Moves
                    .GroupBy(move => (move.From, move.To))
                    .OrderBy(moves => GraphLayout.RankOf(moves.Key.From))
                    .ThenBy(moves => GraphLayout.RankOf(moves.Key.To))
                    .Select(moves => new Move(
                        moves.Key.From,
                        moves.Key.To,
                        [.. moves.Select(move => move.Event).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)])),
            ]);
    }

    internal sealed record Move(string From, string To, IReadOnlyList<string> Events);
}
