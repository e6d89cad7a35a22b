using SceneGen.Scenes.Timeline;
using static SceneGen.Scenes.Timeline.TimelineCodes;

namespace SceneGen.Scenes.Words;

/// <summary>What the user reads of what happened to a scene.</summary>
internal static class EventWords
{
    private static readonly Dictionary<string, Phrase> Texts = new(StringComparer.Ordinal)
    {
        [AvatarSeen] = new("The avatar's picture was looked at.", "Das Bild des Avatars wurde angesehen."),
        [AvatarMissed] = new(
            "The avatar's picture cannot be reached just now; it is tried again.",
            "Das Bild des Avatars ist gerade nicht zu erreichen; es wird noch einmal versucht."),
        [OrderUnanswered] = new(
            "The picture service did not answer; what became of the scene is being found out.",
            "Der Bilddienst hat nicht geantwortet; was aus der Szene wurde, wird gerade geklärt."),
        [OrderFound] = new(
            "The picture service is at work after all.", "Der Bilddienst ist doch schon an der Arbeit."),
        [WaitBegan] = new(
            "The scene waits until the picture service has time for it.",
            "Die Szene wartet, bis der Bilddienst Zeit für sie hat."),
        [WaitEnded] = new("The wait is over.", "Das Warten ist vorbei."),
        [AttemptFailed] = new(
            "This try did not work out; another one follows.", "Dieser Versuch hat nicht geklappt; ein neuer folgt."),
        [StepRepeated] = new(
            "This takes longer than usual; it was asked for once more.",
            "Das dauert länger als sonst; es wurde noch einmal nachgefragt."),
        [PictureRestoring] = new("The picture is being fetched once more.", "Das Bild wird noch einmal geholt."),
        [RollbackCaseOpened] = new(
            "Taking the avatar back takes longer than it should; somebody is seeing to it.",
            "Das Zurücknehmen des Avatars dauert länger als vorgesehen; jemand kümmert sich darum."),
        [AvatarKeptForOthers] = new(
            "The avatar stays, for another of its scenes needs it.",
            "Der Avatar bleibt, denn eine andere seiner Szenen braucht ihn."),
    };

    /// <summary>Which are told; whatever else happens says nothing to a user.</summary>
    public static IReadOnlyList<string> Told { get; } = [Entered, GivenUp, .. Texts.Keys];

    public static IQueryable<SceneTimelineEntry> WhereTold(this IQueryable<SceneTimelineEntry> entries)
        => entries.Where(entry => entry.Kind == TimelineKinds.Transition || Told.Contains(entry.Code));

    public static Phrase For(SceneTimelineEntry entry)
    {
        if (entry.Kind is TimelineKinds.Transition)
        {
            return StepWords.For(entry.State);
        }

        return entry.Code switch
        {
            GivenUp => FailureWords.For(TimelineFacts.Parse(entry.Data)?.Code ?? "").Message,
            { } code => Texts[code],
            null => throw new InvalidOperationException($"Entry {entry.Sequence} is not told to users."),
        };
    }
}
