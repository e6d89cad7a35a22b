using System.Text.Json.Serialization;

namespace SceneGen.Simulator.Replicate.History;

/// <summary>One line of the provider's journal.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(PredictionRecord), "prediction")]
[JsonDerivedType(typeof(PredictionCanceled), "canceled")]
[JsonDerivedType(typeof(PredictionFinished), "finished")]
[JsonDerivedType(typeof(CallsMade), "calls")]
[JsonDerivedType(typeof(FaultMet), "fault")]
internal abstract record ProviderEvent;
