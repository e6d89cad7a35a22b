using System.Globalization;
using static SceneGen.Scenes.Timeline.TimelineCodes;

namespace SceneGen.Scenes.Timeline;

/// <summary>What the timeline says to operators.</summary>
internal static class TimelineWords
{
    private static readonly TimelineFacts NoFacts = new();

    /// <summary>Of a state that was entered.</summary>
    public static string For(SceneState scene) => scene.CurrentState switch
    {
        nameof(SceneStateMachine.AwaitingTheme) => "The avatar is here; the scene waits for its theme.",
        nameof(SceneStateMachine.Submitting) when scene is { Attempt: 1, Run: > 1 } => $"Run {scene.Run}: a picture in the theme '{scene.Theme}' is asked for again.",
        nameof(SceneStateMachine.Submitting) when scene.Attempt == 1 => $"A picture in the theme '{scene.Theme}' is asked for.",
        nameof(SceneStateMachine.Submitting) => $"Attempt {scene.Attempt} follows.",
        nameof(SceneStateMachine.Generating) =>
            $"{scene.Model} is painting prediction {scene.PredictionId}: '{scene.Theme}' version {scene.ThemeVersion}{Label(scene)}{Seed(scene)}.",
        nameof(SceneStateMachine.Storing) => "The picture is painted and is being fetched.",
        nameof(SceneStateMachine.Ready) => "The picture is kept; the scene is ready.",
        nameof(SceneStateMachine.RollingBack) when scene.RollbackRequests == 0 =>
            $"The scene cannot be made ({scene.FailureCode}); another one has asked for the avatar's rollback, and its answer counts.",
        nameof(SceneStateMachine.RollingBack) => $"The scene cannot be made ({scene.FailureCode}); the avatar is to be rolled back.",
        nameof(SceneStateMachine.RolledBack) when scene.RollbackRequestedAt is null =>
            $"The scene cannot be made ({scene.FailureCode}); its avatar had been rolled back before.",
        nameof(SceneStateMachine.RolledBack) => "The avatar was rolled back.",
        nameof(SceneStateMachine.Failed) when scene.RollbackRequestedAt is not null => $"The avatar stays: its rollback was refused. {scene.RollbackRefusal}",
        nameof(SceneStateMachine.Failed) => $"The scene cannot be made ({scene.FailureCode}); the avatar is kept.",
        nameof(SceneStateMachine.Canceled) => "The scene was canceled.",
        nameof(SceneStateMachine.Expired) => "No theme was chosen in time.",
        _ => scene.CurrentState,
    };

    /// <summary>Of anything else.</summary>
    public static string Of(Happened happened)
    {
        var facts = happened.Facts ?? NoFacts;
        var words = OfCall(happened.Code, facts)
            ?? OfWay(happened, facts)
            ?? OfRollback(happened.Code, facts)

            // Told by a newer version beside this one.
            ?? happened.Code;
        return happened.Detail is { Length: > 0 } detail ? $"{words} {detail}" : words;
    }

    private static string? OfCall(string code, TimelineFacts facts) => code switch
    {
        AvatarSent => $"The provider was given the avatar's file of {facts.Bytes} bytes.",
        AvatarNotSent => $"The provider did not take the avatar's file ({Answer(facts)}).",
        Ordered => $"{facts.Model} took the order: prediction {facts.PredictionId}, {facts.Status}.",
        OrderRefused => $"The order for {facts.Model} was not taken ({Answer(facts)}).",
        OrderUnanswered => $"Whether {facts.Model} took the order is not known ({Answer(facts)}).",
        OrderFound => $"The prediction of the unanswered order was found: {facts.PredictionId}.",
        OrderNotFound => "The prediction of the unanswered order is not in the provider's list.",
        SearchFailed => $"The prediction of the unanswered order could not be looked for ({Answer(facts)}).",
        PaidSeen => $"The prediction that an earlier run paid for was looked at: {facts.PredictionId}, {facts.Status}.",
        PaidNotSeen => $"The prediction that an earlier run paid for could not be looked at ({Answer(facts)}): {facts.PredictionId}.",
        Polled => $"Check {facts.Check}: {facts.Status}.",
        PollFailed => $"Check {facts.Check} got no answer of use ({Answer(facts)}).",
        _ => null,
    };

    private static string? OfWay(Happened happened, TimelineFacts facts) => happened.Code switch
    {
        AvatarSeen => $"The avatar was looked at: {facts.Width}x{facts.Height}, {facts.Bytes} bytes.",
        AvatarRefused => $"The avatar cannot be used ({facts.Code}).",
        AvatarMissed when facts.Misses > 0 => $"The avatar's host did not answer, {facts.Misses} times in a row by now.",
        AvatarMissed => "The avatar cannot be looked at just now.",
        WaitBegan => $"The scene waits at '{facts.Gate}' ({facts.Reason}), for {Span(facts.WaitMs)} to begin with.",
        WaitEnded when facts.Gate is { } gate => $"The wait at '{gate}' is over after {Span(happened.DurationMs)}.",
        WaitEnded => $"The wait is over after {Span(happened.DurationMs)}.",
        AttemptFailed => $"The attempt failed: {facts.Code}. Attempt {facts.NextAttempt} follows in {Span(facts.WaitMs)}.",
        GivenUp => $"No further attempt is made: {facts.Code}.",
        StepRepeated => $"The step's command goes out again, {facts.Sends} times by now.",
        PictureStored => $"The picture was fetched in {Span(facts.FetchMs)}, finished in {Span(facts.FrameMs)} and kept in {Span(facts.KeepMs)}: {facts.Bytes} bytes.",
        PictureNotStored => $"The picture cannot be stored ({facts.Code}).",
        PictureRestoring => "The stored file was lost; the picture is fetched and stored again.",
        _ => null,
    };

    private static string? OfRollback(string code, TimelineFacts facts) => code switch
    {
        PictureDiscarded => "A picture that nobody waits for is to be thrown away, and its files released.",
        PredictionCanceled => $"Prediction {facts.PredictionId}, which nobody waits for, is to be canceled at the provider.",
        RollbackRequested => $"The avatar service is asked to roll the avatar back (request {facts.Request}); it is asked again in {Span(facts.WaitMs)} unless it answers.",
        RollbackConfirmed => $"The avatar service confirmed the rollback{Named(facts)}.",
        RollbackRefused => $"The avatar service refused the rollback{Named(facts)}.",
        RollbackCaseOpened => "Nobody answers whether the avatar was rolled back; an operator has to see to it.",
        CallbackTaken => $"The caller was told of {facts.Event} by a post ({facts.Code}).",
        CallbackGivenUp => $"The caller was not told of {facts.Event}; it is posted no more ({facts.Code}).",
        AvatarKeptForOthers => "The avatar is kept: another of its scenes is ready or under way.",
        _ => null,
    };

    private static string Answer(TimelineFacts facts) => facts.Http is { } status ? $"HTTP {status}" : "no answer";

    private static string Named(TimelineFacts facts) => facts.Scene is { } scene ? $", naming scene {scene}" : "";

    private static string Span(long? milliseconds) => milliseconds switch
    {
        null => "some time",
        < 1000 => $"{milliseconds} ms",
        < 120_000 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000.0:0.#} s"),
        < 7_200_000 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 60_000.0:0.#} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 3_600_000.0:0.#} h"),
    };

    private static string Label(SceneState scene) => scene.ThemeLabel is { } label ? $" as '{label}'" : "";

    private static string Seed(SceneState scene) => scene.Seed is { } seed ? $", seed {seed}" : "";
}
