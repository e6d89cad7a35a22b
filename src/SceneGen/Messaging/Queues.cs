namespace SceneGen.Messaging;

/// <summary>The queues of the service's own commands. A name, once deployed, stays.</summary>
internal static class Queues
{
    public const string ScenesName = "scenes";
    public const string GenerateSceneName = "generate-scene";
    public const string CheckGenerationName = "check-generation";
    public const string CancelGenerationName = "cancel-generation";
    public const string StoreSceneName = "store-scene";
    public const string DiscardPictureName = "discard-picture";
    public const string EraseTracesName = "erase-traces";

    public static readonly Uri Scenes = new($"queue:{ScenesName}");
    public static readonly Uri GenerateScene = new($"queue:{GenerateSceneName}");
    public static readonly Uri CheckGeneration = new($"queue:{CheckGenerationName}");
    public static readonly Uri CancelGeneration = new($"queue:{CancelGenerationName}");
    public static readonly Uri StoreScene = new($"queue:{StoreSceneName}");
    public static readonly Uri DiscardPicture = new($"queue:{DiscardPictureName}");
    public static readonly Uri EraseTraces = new($"queue:{EraseTracesName}");
}
