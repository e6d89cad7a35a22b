using SceneGen.Persistence.Outbox.Parking;

namespace SceneGen.Web.Ops;

/// <summary>Parked messages; <see cref="Next"/> is where the next page starts.</summary>
internal sealed record ParkedMessagePage(IReadOnlyList<ParkedMessage> Items, long? Next);
