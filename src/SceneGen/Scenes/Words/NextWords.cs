using static SceneGen.Scenes.Words.Again;
using static SceneGen.Scenes.Words.AvatarFate;

namespace SceneGen.Scenes.Words;

/// <summary>What happens now: what became of the avatar, and whether and when to try again.</summary>
internal static class NextWords
{
    private static readonly Dictionary<AvatarFate, Phrase> Fates = new()
    {
        [Kept] = new("The avatar stays as it is.", "Der Avatar bleibt, wie er ist."),
        [RollingBack] = new(
            "The avatar is being taken back, so that nothing half-made is left behind; nothing needs to be done for that.",
            "Der Avatar wird gerade zurückgenommen, damit nichts Halbfertiges übrig bleibt; dafür ist nichts zu tun."),
        [RolledBack] = new(
            "The avatar was taken back, so nothing half-made is left behind.",
            "Der Avatar wurde zurückgenommen, es bleibt also nichts Halbfertiges übrig."),
        [RollbackRefused] = new(
            "The avatar was to be taken back, but that was declined, so it stays as it is.",
            "Der Avatar sollte zurückgenommen werden, das wurde aber abgelehnt; er bleibt also, wie er ist."),
    };

    private static readonly Dictionary<Again, Phrase> WithTheAvatar = new()
    {
        [WithAnotherAvatar] = new(
            "Another theme would not help here; please start with a new avatar.",
            "Ein anderes Thema hilft hier nicht; bitte mit einem neuen Avatar beginnen."),
        [WithAnotherTheme] = new(
            "Please choose another theme for the same avatar.",
            "Bitte ein anderes Thema für denselben Avatar wählen."),
        [AtOnce] = new(
            "Trying again is worthwhile, even right away, with the same theme or another one.",
            "Ein neuer Versuch lohnt sich, auch sofort, mit demselben oder einem anderen Thema."),
        [InMinutes] = new(
            "Please try again in a few minutes, with the same theme or another one.",
            "Bitte in ein paar Minuten noch einmal versuchen, mit demselben oder einem anderen Thema."),
        [InHours] = new(
            "Please try again in a few hours, with the same theme or another one.",
            "Bitte in ein paar Stunden noch einmal versuchen, mit demselben oder einem anderen Thema."),
    };

    private static readonly Dictionary<Again, Phrase> WithoutTheAvatar = new()
    {
        [WithAnotherAvatar] = new(
            "Please start with a new avatar, made from another picture.",
            "Bitte mit einem neuen Avatar aus einem anderen Bild beginnen."),
        [WithAnotherTheme] = new(
            "Please start with a new avatar and choose another theme.",
            "Bitte mit einem neuen Avatar beginnen und ein anderes Thema wählen."),
        [AtOnce] = new(
            "Trying again is worthwhile, even right away, with a new avatar.",
            "Ein neuer Versuch mit einem neuen Avatar lohnt sich, auch sofort."),
        [InMinutes] = new(
            "Please start with a new avatar in a few minutes.",
            "Bitte in ein paar Minuten mit einem neuen Avatar beginnen."),
        [InHours] = new(
            "Please start with a new avatar in a few hours.",
            "Bitte in ein paar Stunden mit einem neuen Avatar beginnen."),
    };

    public static bool HasAvatar(AvatarFate fate) => fate is Kept or RollbackRefused;

    public static Phrase For(AvatarFate fate, Again again)
    {
        var advice = HasAvatar(fate) ? WithTheAvatar : WithoutTheAvatar;
        var (now, then) = (Fates[fate], advice[again]);
        return new Phrase($"{now.English} {then.English}", $"{now.German} {then.German}");
    }
}
