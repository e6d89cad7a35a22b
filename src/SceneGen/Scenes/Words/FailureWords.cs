using static SceneGen.Contracts.SceneFailureCodes;
using static SceneGen.Scenes.Words.Again;

namespace SceneGen.Scenes.Words;

/// <summary>What the user reads for each code of a failure.</summary>
internal static class FailureWords
{
    private static readonly FailureText Unknown = new(
        InMinutes,
        new("The scene could not be made", "Die Szene ist nicht gelungen"),
        new("Something kept the scene from being made.", "Etwas ist bei dieser Szene dazwischengekommen."));

    private static readonly Dictionary<string, FailureText> Texts = new(StringComparer.Ordinal)
    {
        [AvatarUrlRefused] = new(
            WithAnotherAvatar,
            new("The avatar's address cannot be used", "Die Adresse des Avatars ist nicht nutzbar"),
            new("Pictures cannot be fetched from the avatar's address.",
                "Von der Adresse des Avatars können keine Bilder geholt werden.")),
        [AvatarUnreachable] = new(
            WithAnotherAvatar,
            new("The avatar's picture could not be found", "Das Bild des Avatars war nicht zu finden"),
            new("The avatar's picture could not be fetched.", "Das Bild des Avatars konnte nicht geholt werden.")),
        [AvatarUnreadable] = new(
            WithAnotherAvatar,
            new("The avatar's picture cannot be opened", "Das Bild des Avatars lässt sich nicht öffnen"),
            new("The avatar's file is not a picture that can be used.",
                "Die Datei des Avatars ist kein Bild, das sich verwenden lässt.")),
        [AvatarTooLarge] = new(
            WithAnotherAvatar,
            new("The avatar's picture is too large", "Das Bild des Avatars ist zu groß"),
            new("The avatar's picture is larger than a scene can take.",
                "Das Bild des Avatars ist größer, als es für eine Szene sein darf.")),
        [AvatarTooSmall] = new(
            WithAnotherAvatar,
            new("The avatar's picture is too small", "Das Bild des Avatars ist zu klein"),
            new("The avatar's picture is too small to look good in a scene.",
                "Das Bild des Avatars ist zu klein, um in einer Szene gut auszusehen.")),
        [AvatarMisshapen] = new(
            WithAnotherAvatar,
            new("The avatar's picture does not fit", "Das Bild des Avatars passt nicht"),
            new("The avatar's picture is too long or too wide to be placed in a scene.",
                "Das Bild des Avatars ist zu lang oder zu breit für eine Szene.")),
        [AvatarAnimated] = new(
            WithAnotherAvatar,
            new("The avatar's picture moves", "Das Bild des Avatars bewegt sich"),
            new("Only a still picture can be placed in a scene, and the avatar's moves.",
                "Nur ein stehendes Bild passt in eine Szene, das des Avatars bewegt sich aber.")),
        [AvatarBlank] = new(
            WithAnotherAvatar,
            new("The avatar's picture is empty", "Das Bild des Avatars ist leer"),
            new("There is nothing to be seen on the avatar's picture.", "Auf dem Bild des Avatars ist nichts zu sehen.")),
        [AvatarFlagged] = new(
            WithAnotherAvatar,
            new("This avatar cannot be painted", "Dieser Avatar kann nicht gemalt werden"),
            new("The picture service does not take this avatar.", "Der Bilddienst nimmt diesen Avatar nicht an.")),
        [AvatarRolledBack] = new(
            WithAnotherAvatar,
            new("This avatar is no longer there", "Diesen Avatar gibt es nicht mehr"),
            new("The avatar was taken back, so no scene can be made of it.",
                "Der Avatar wurde zurückgenommen, daher kann keine Szene mit ihm entstehen.")),
        [ThemeUnknown] = new(
            WithAnotherTheme,
            new("This theme is not available", "Dieses Thema gibt es gerade nicht"),
            new("The chosen theme is not available.", "Das gewählte Thema steht nicht zur Verfügung.")),
        [PromptRefused] = new(
            WithAnotherTheme,
            new("This theme cannot be painted just now", "Dieses Thema lässt sich gerade nicht malen"),
            new("The picture service does not take the chosen theme just now.",
                "Der Bilddienst nimmt das gewählte Thema gerade nicht an.")),
        [ContentFlagged] = new(
            WithAnotherTheme,
            new("The pictures were held back", "Die Bilder wurden zurückgehalten"),
            new("The picture service held back every picture it painted for this scene.",
                "Der Bilddienst hat alle Bilder zurückgehalten, die er für diese Szene gemalt hat.")),
        [ProviderFailed] = new(
            AtOnce,
            new("The painting did not work out", "Das Malen hat nicht geklappt"),
            new("The picture service failed several times in a row.",
                "Dem Bilddienst ist es mehrmals hintereinander nicht gelungen.")),
        [ProviderOverloaded] = new(
            InMinutes,
            new("The painters are too busy", "Gerade ist zu viel los"),
            new("The picture service was too busy, several times in a row.",
                "Der Bilddienst hatte mehrmals hintereinander zu viel zu tun.")),
        [OutputMissing] = new(
            AtOnce,
            new("No picture arrived", "Es kam kein Bild an"),
            new("The picture service finished, but there was no picture to fetch.",
                "Der Bilddienst war fertig, aber es gab kein Bild abzuholen.")),
        [OutputUnreadable] = new(
            AtOnce,
            new("The picture cannot be opened", "Das Bild lässt sich nicht öffnen"),
            new("The picture service sent a picture that cannot be opened.",
                "Der Bilddienst hat ein Bild geschickt, das sich nicht öffnen lässt.")),
        [OutputUnsuitable] = new(
            AtOnce,
            new("The picture does not fit", "Das Bild passt nicht"),
            new("The picture service sent a picture of a kind that does not fit.",
                "Der Bilddienst hat ein Bild geschickt, das nicht in den Rahmen passt.")),
        [OutputBlank] = new(
            AtOnce,
            new("The picture is empty", "Das Bild ist leer"),
            new("The picture service sent an empty picture.", "Der Bilddienst hat ein leeres Bild geschickt.")),
        [OutputBlurred] = new(
            AtOnce,
            new("The picture is not sharp enough", "Das Bild ist nicht scharf genug"),
            new("The picture service sent a picture that is not sharp enough.",
                "Der Bilddienst hat ein Bild geschickt, das nicht scharf genug ist.")),
        [OutputWithoutAvatar] = new(
            AtOnce,
            new("The avatar is missing from the picture", "Auf dem Bild fehlt der Avatar"),
            new("The picture service left the avatar out of the picture.",
                "Der Bilddienst hat den Avatar auf dem Bild weggelassen.")),
        [DeadlineExceeded] = new(
            InMinutes,
            new("It took too long", "Es hat zu lange gedauert"),
            new("The scene was not finished in time.", "Die Szene wurde nicht rechtzeitig fertig.")),
        [ModelMisconfigured] = new(
            InHours,
            new("Something is wrong on our side", "Bei uns stimmt etwas nicht"),
            new("The scene could not be painted because of a fault on our side.",
                "Wegen eines Fehlers auf unserer Seite konnte die Szene nicht gemalt werden.")),
        [ModelOutOfMemory] = new(
            InMinutes,
            new("The scene was too much at once", "Die Szene war auf einmal zu viel"),
            new("The picture service had too little room for this scene.",
                "Der Bilddienst hatte zu wenig Platz für diese Szene.")),
        [ModelUnknown] = new(
            InHours,
            new("The painter is not there", "Der Maler ist nicht da"),
            new("The picture service does not know the painter that was asked for.",
                "Der Bilddienst kennt den gewünschten Maler nicht.")),
        [ProviderRefused] = new(
            InHours,
            new("The picture service is closed to us", "Der Bilddienst ist für uns geschlossen"),
            new("The picture service does not let us in just now.", "Der Bilddienst lässt uns gerade nicht hinein.")),
        [CreditUsedUp] = new(
            InHours,
            new("No painting is possible just now", "Gerade kann nicht gemalt werden"),
            new("Our credit with the picture service is used up.", "Unser Guthaben beim Bilddienst ist aufgebraucht.")),
        [CostCapReached] = new(
            InMinutes,
            new("All tries are used up", "Alle Versuche sind aufgebraucht"),
            new("The scene was tried as often as possible, without success.",
                "Die Szene wurde so oft wie möglich versucht, leider ohne Erfolg.")),
        [OperatorRollback] = new(
            WithAnotherAvatar,
            new("The scene was taken back", "Die Szene wurde zurückgenommen"),
            new("Our staff ended the scene and decided to take its avatar back.",
                "Unser Team hat die Szene beendet und nimmt ihren Avatar zurück.")),
    };

    public static IEnumerable<string> Codes => Texts.Keys;

    public static FailureText For(string code) => Texts.GetValueOrDefault(code, Unknown);
}
