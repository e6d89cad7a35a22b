namespace SceneGen.Messaging;

/// <summary>
/// The queues of the service's own commands. A name, once deployed, stays. They are addressed by the exchange in front of
/// them: who sends to a queue by name declares it, and would have to know what sort of queue its owner made it.
/// </summary>
internal static class Queues
{
    public const string ScenesName = "scenes";
    public const string GenerateSceneName = "generate-scene";
    public const string CheckGenerationName = "check-generation";
    public const string CancelGenerationName = "cancel-generation";
    public const string StoreSceneName = "store-scene";
    public const string DiscardPictureName = "discard-picture";
    public const string RemoveFileName = "remove-file";
    public const string FindOutputName = "find-output";
    public const string EraseTracesName = "erase-traces";
    public const string PostRollbackRequestName = "post-rollback-request";
    public const string PostCallbackName = "post-callback";

    public static readonly IReadOnlyList<string> Names =
    [
        ScenesName, GenerateSceneName, CheckGenerationName, CancelGenerationName, StoreSceneName, DiscardPictureName,
        RemoveFileName, FindOutputName, EraseTracesName, PostRollbackRequestName, PostCallbackName,
    ];

    public static readonly Uri Scenes = new($"exchange:{ScenesName}");
    public static readonly Uri GenerateScene = new($"exchange:{GenerateSceneName}");
    public static readonly Uri CheckGeneration = new($"exchange:{CheckGenerationName}");
    public static readonly Uri CancelGeneration = new($"exchange:{CancelGenerationName}");
    public static readonly Uri StoreScene = new($"exchange:{StoreSceneName}");
    public static readonly Uri DiscardPicture = new($"exchange:{DiscardPictureName}");
    public static readonly Uri RemoveFile = new($"exchange:{RemoveFileName}");
    public static readonly Uri FindOutput = new($"exchange:{FindOutputName}");
    public static readonly Uri EraseTraces = new($"exchange:{EraseTracesName}");
    public static readonly Uri PostRollbackRequest = new($"exchange:{PostRollbackRequestName}");
    public static readonly Uri PostCallback = new($"exchange:{PostCallbackName}");
}
