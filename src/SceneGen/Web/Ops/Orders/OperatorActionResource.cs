using System.Text.Json;
using SceneGen.Operations.Audit;

namespace SceneGen.Web.Ops.Orders;

/// <summary>What an operator did.</summary>
internal sealed record OperatorActionResource
{
    public required long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Who { get; init; }

    public required string Action { get; init; }

    public required string TargetKind { get; init; }

    public string? TargetId { get; init; }

    public string? Reason { get; init; }

    /// <summary><c>done</c>, <c>unchanged</c>, <c>begun</c> or <c>failed</c>.</summary>
    public required string Outcome { get; init; }

    public JsonElement? Details { get; init; }

    public static OperatorActionResource Of(OperatorAction action) => new()
    {
        Id = action.Id,
        At = action.At,
        Who = action.Who,
        Action = action.Action,
        TargetKind = action.TargetKind,
        TargetId = action.TargetId,
        Reason = action.Reason,
        Outcome = action.Outcome,
        Details = action.Details is { } text ? JsonSerializer.Deserialize<JsonElement>(text) : null,
    };
}
