namespace SceneGen.Scenes.Timeline;

/// <summary>What can happen to a scene. Kept in rows and messages: never renamed.</summary>
internal static class TimelineCodes
{
    public const string Entered = "entered";
    public const string AvatarSeen = "avatarSeen";
    public const string AvatarRefused = "avatarRefused";
    public const string AvatarMissed = "avatarMissed";
    public const string AvatarSent = "avatarSent";
    public const string AvatarNotSent = "avatarNotSent";
    public const string Ordered = "ordered";
    public const string OrderRefused = "orderRefused";
    public const string OrderUnanswered = "orderUnanswered";
    public const string OrderFound = "orderFound";
    public const string OrderNotFound = "orderNotFound";
    public const string SearchFailed = "searchFailed";
    public const string PaidSeen = "paidSeen";
    public const string PaidNotSeen = "paidNotSeen";
    public const string WaitBegan = "waitBegan";
    public const string WaitEnded = "waitEnded";
    public const string Polled = "polled";
    public const string PollFailed = "pollFailed";
    public const string AttemptFailed = "attemptFailed";
    public const string StepRepeated = "stepRepeated";
    public const string GivenUp = "givenUp";
    public const string PictureStored = "pictureStored";
    public const string PictureNotStored = "pictureNotStored";
    public const string PictureDiscarded = "pictureDiscarded";
    public const string PictureRestoring = "pictureRestoring";
    public const string PredictionCanceled = "predictionCanceled";
    public const string RollbackRequested = "rollbackRequested";
    public const string RollbackConfirmed = "rollbackConfirmed";
    public const string RollbackRefused = "rollbackRefused";
    public const string RollbackCaseOpened = "rollbackCaseOpened";
    public const string AvatarKeptForOthers = "avatarKeptForOthers";
    public const string CallbackTaken = "callbackTaken";
    public const string CallbackGivenUp = "callbackGivenUp";

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        [Entered] = TimelineKinds.Transition,
        [AvatarSent] = TimelineKinds.ProviderCall,
        [AvatarNotSent] = TimelineKinds.ProviderCall,
        [Ordered] = TimelineKinds.ProviderCall,
        [OrderRefused] = TimelineKinds.ProviderCall,
        [OrderUnanswered] = TimelineKinds.ProviderCall,
        [OrderFound] = TimelineKinds.ProviderCall,
        [OrderNotFound] = TimelineKinds.ProviderCall,
        [SearchFailed] = TimelineKinds.ProviderCall,
        [PaidSeen] = TimelineKinds.ProviderCall,
        [PaidNotSeen] = TimelineKinds.ProviderCall,
        [WaitBegan] = TimelineKinds.GateWait,
        [WaitEnded] = TimelineKinds.GateWait,
        [Polled] = TimelineKinds.Poll,
        [PollFailed] = TimelineKinds.Poll,
        [AvatarMissed] = TimelineKinds.Retry,
        [AttemptFailed] = TimelineKinds.Retry,
        [StepRepeated] = TimelineKinds.Retry,
        [PictureStored] = TimelineKinds.Storage,
        [PictureNotStored] = TimelineKinds.Storage,
        [PictureRestoring] = TimelineKinds.Storage,
        [PictureDiscarded] = TimelineKinds.Compensation,
        [PredictionCanceled] = TimelineKinds.Compensation,
        [RollbackRequested] = TimelineKinds.Compensation,
        [RollbackConfirmed] = TimelineKinds.Compensation,
        [RollbackRefused] = TimelineKinds.Compensation,
        [RollbackCaseOpened] = TimelineKinds.Compensation,
        [AvatarKeptForOthers] = TimelineKinds.Compensation,
    };

    /// <summary>A code of a newer version beside this one is a note.</summary>
    public static string KindOf(string code) => Kinds.GetValueOrDefault(code, TimelineKinds.Note);
}
