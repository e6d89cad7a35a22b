using System.Text.Json;
using MassTransit;

namespace SceneGen.Operations.Audit;

/// <summary>An order travels beside the message that carries it out, whichever message that is.</summary>
internal static class OrderHeader
{
    private const string Name = "SceneGen-Operator-Order";

    public static void Write(SendHeaders headers, OperatorOrder order) => headers.Set(Name, JsonSerializer.Serialize(order));

    public static OperatorOrder? Read(Headers headers)
        => headers.Get<string>(Name) is { } text ? JsonSerializer.Deserialize<OperatorOrder>(text) : null;
}
