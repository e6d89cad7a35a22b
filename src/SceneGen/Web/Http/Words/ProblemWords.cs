using static SceneGen.Web.Http.Words.ProblemCodes;

namespace SceneGen.Web.Http.Words;

/// <summary>What callers read for each code of an error.</summary>
internal static class ProblemWords
{
    private static readonly Dictionary<string, ProblemText> Texts = new(StringComparer.Ordinal)
    {
        [InvalidRequest] = new(
            new("The request is not valid", "Die Anfrage stimmt nicht"),
            new(
                "Something in the request is not as it should be.",
                "Etwas in der Anfrage ist nicht so, wie es sein muss.")),
        [InvalidJson] = new(
            new("The request cannot be read", "Die Anfrage ist nicht lesbar"),
            new("The body is not JSON that can be read.", "Der Inhalt ist kein lesbares JSON.")),
        [NotJson] = new(
            new("The request is not JSON", "Die Anfrage ist kein JSON"),
            new(
                "Send the body in UTF-8, as Content-Type: application/json.",
                "Der Inhalt gehört in UTF-8 und als Content-Type: application/json geschickt.")),
        [BodyTooLarge] = new(
            new("The request is too large", "Die Anfrage ist zu groß"),
            new("The body is over 64 KiB; send less.", "Der Inhalt ist größer als 64 KiB; bitte weniger schicken.")),
        [NotFound] = new(
            new("There is nothing here", "Hier ist nichts"),
            new("There is nothing at this address.", "Unter dieser Adresse gibt es nichts.")),
        [MethodNotAllowed] = new(
            new("This cannot be done here", "Das geht hier nicht"),
            new("This address does not take this method.", "Diese Adresse nimmt diese Methode nicht an.")),
        [HttpError] = new(
            new("The request was not taken", "Die Anfrage wurde nicht angenommen"),
            new(
                "The request could not be answered as it was sent.",
                "Die Anfrage konnte so nicht beantwortet werden.")),
        [InternalError] = new(
            new("Something went wrong", "Etwas ist schiefgegangen"),
            new(
                "Something went wrong on our side.",
                "Bei uns ist etwas schiefgegangen.")),
        [DatabaseUnavailable] = new(
            new("We will be right back", "Gleich geht es weiter"),
            new(
                "We cannot get at the scenes just now; please try again in a moment.",
                "An die Szenen ist gerade nicht heranzukommen; bitte gleich noch einmal versuchen.")),
        [HostUnknown] = new(
            new("This address is not ours", "Diese Adresse gehört nicht hierher"),
            new(
                "The service is not reached under this address.",
                "Unter dieser Adresse ist der Dienst nicht zu erreichen.")),
        [KeyRequired] = new(
            new("A key is needed", "Ein Schlüssel fehlt"),
            new(
                "This needs an API key, or a session.",
                "Dafür braucht es einen API-Schlüssel oder eine Sitzung.")),
        [KeyUnknown] = new(
            new("This key is not valid", "Dieser Schlüssel gilt nicht"),
            new(
                "The key or token is not ours, was revoked, or has expired.",
                "Der Schlüssel stammt nicht von hier, wurde widerrufen oder ist abgelaufen.")),
        [ScopeMissing] = new(
            new("This key is not for that", "Dafür ist dieser Schlüssel nicht"),
            new(
                "The key lacks the scope that this needs.",
                "Dem Schlüssel fehlt die Berechtigung dafür.")),
        [SessionOver] = new(
            new("Your session has ended", "Die Sitzung ist zu Ende"),
            new("Please load the page again.", "Bitte die Seite neu laden.")),
        [SessionForeign] = new(
            new("This session is not yours", "Das ist nicht die eigene Sitzung"),
            new(
                "A session can only act for itself; leave sessionId out.",
                "Eine Sitzung handelt nur für sich selbst; sessionId bitte weglassen.")),
        [NotForSessions] = new(
            new("This is not for browsers", "Das ist nichts für Browser"),
            new("This needs an API key.", "Dafür braucht es einen API-Schlüssel.")),
        [TokenRequired] = new(
            new("A session's token is needed", "Das Token einer Sitzung fehlt"),
            new(
                "Send a session's token as Authorization: Bearer.",
                "Bitte das Token einer Sitzung als Authorization: Bearer schicken.")),
        [RequestTooSlow] = new(
            new("The request came too slowly", "Die Anfrage kam zu langsam"),
            new("The body did not come in time.", "Der Inhalt kam nicht rechtzeitig an.")),
        [RequestTimeout] = new(
            new("This takes too long", "Das dauert zu lange"),
            new(
                "It could not be done in time; please try again in a moment.",
                "Es war nicht rechtzeitig fertig; bitte gleich noch einmal versuchen.")),
        [OriginRefused] = new(
            new("This page may not do that", "Diese Seite darf das nicht"),
            new("Pages of other origins may not change anything here.", "Fremde Seiten dürfen hier nichts ändern.")),
        [SceneUnknown] = new(
            new("This scene is not there", "Diese Szene gibt es nicht"),
            new("There is no scene of this id.", "Eine Szene mit dieser Kennung gibt es nicht.")),
        [AvatarUnknown] = new(
            new("This avatar is not there", "Diesen Avatar gibt es nicht"),
            new("Your session has no avatar of this id.", "Die Sitzung hat keinen Avatar mit dieser Kennung.")),
        [SceneExists] = new(
            new("This scene is there already", "Diese Szene gibt es schon"),
            new("There is a scene of this id already.", "Eine Szene mit dieser Kennung gibt es schon.")),
        [SceneDeleted] = new(
            new("This scene was deleted", "Diese Szene wurde gelöscht"),
            new("The scene was deleted.", "Die Szene wurde gelöscht.")),
        [ThemeChosen] = new(
            new("The theme is chosen already", "Das Thema steht schon fest"),
            new(
                "The scene does not wait for a theme: it has one, or it has ended.",
                "Die Szene wartet auf kein Thema: Sie hat schon eines, oder sie ist zu Ende.")),
        [RollingBack] = new(
            new("The avatar is being taken back", "Der Avatar wird zurückgenommen"),
            new(
                "The scene could not be made and its avatar is being taken back; please try again when that is done.",
                "Die Szene ist nicht gelungen, und ihr Avatar wird gerade zurückgenommen; bitte danach noch einmal versuchen.")),
        [SceneRunning] = new(
            new("The scene is under way", "Die Szene ist schon unterwegs"),
            new("The scene is being made just now.", "Die Szene entsteht gerade.")),
        [SceneReady] = new(
            new("The scene is ready already", "Die Szene ist schon fertig"),
            new("The scene has its picture; make another scene for another one.",
                "Die Szene hat ihr Bild; für ein anderes bitte eine neue Szene machen.")),
        [SceneEnded] = new(
            new("The scene has ended", "Die Szene ist zu Ende"),
            new("The scene has ended, so there is nothing to cancel.",
                "Die Szene ist zu Ende, es gibt nichts abzubrechen.")),
        [SceneChanged] = new(
            new("The scene has moved on", "Die Szene ist weitergegangen"),
            new("The scene changed at the same moment; look at it and ask again.",
                "Die Szene hat sich im selben Moment verändert; bitte ansehen und noch einmal versuchen.")),
        [AvatarGone] = new(
            new("The avatar is gone", "Den Avatar gibt es nicht mehr"),
            new("The avatar was taken back; please start with a new one.",
                "Der Avatar wurde zurückgenommen; bitte mit einem neuen beginnen.")),
        [AvatarNeeded] = new(
            new("Another scene needs the avatar", "Eine andere Szene braucht den Avatar"),
            new("Another scene of this avatar is ready or under way, so it stays.",
                "Eine andere Szene mit diesem Avatar ist fertig oder unterwegs, darum bleibt er.")),
        [AvatarKept] = new(
            new("There is nothing to take back", "Es gibt nichts zurückzunehmen"),
            new("Only a scene that is under way or has failed can have its avatar taken back.",
                "Nur bei einer laufenden oder gescheiterten Szene lässt sich der Avatar zurücknehmen.")),
        [NotRollingBack] = new(
            new("No rollback is open", "Es ist keine Rücknahme offen"),
            new("The scene does not wait for its avatar to be taken back.",
                "Die Szene wartet nicht darauf, dass ihr Avatar zurückgenommen wird.")),
        [StepUnfit] = new(
            new("The scene is not at this step", "Die Szene ist nicht bei diesem Schritt"),
            new("The scene is at another step, or lacks what this one needs.",
                "Die Szene ist bei einem anderen Schritt, oder ihr fehlt etwas dafür.")),
        [NothingPaid] = new(
            new("No paid picture is left", "Kein bezahltes Bild ist übrig"),
            new("The scene has no paid picture that the provider may still have.",
                "Zu der Szene hat der Anbieter kein bezahltes Bild mehr.")),
        [WorkUnderWay] = new(
            new("This is being done already", "Das läuft gerade schon"),
            new("An instance is doing this just now; try again when it has finished.",
                "Eine Instanz ist gerade dabei; bitte danach noch einmal versuchen.")),
        [ThemeUnknown] = new(
            new("This theme is not there", "Dieses Thema gibt es nicht"),
            new("There is no theme of this id.", "Ein Thema mit dieser Kennung gibt es nicht.")),
        [AssetNotFound] = new(
            new("This picture is not there", "Dieses Bild gibt es nicht"),
            new("There is no such picture.", "Ein solches Bild gibt es nicht.")),
        [AssetDamaged] = new(
            new("This picture is damaged", "Dieses Bild ist beschädigt"),
            new(
                "The picture cannot be shown just now; please try again in a moment.",
                "Das Bild kann gerade nicht gezeigt werden; bitte gleich noch einmal versuchen.")),
        [StorageUnavailable] = new(
            new("We cannot get at the pictures", "Die Bilder sind gerade nicht da"),
            new(
                "The picture cannot be read just now; please try again in a moment.",
                "Das Bild ist gerade nicht zu lesen; bitte gleich noch einmal versuchen.")),
        [LinkNotSigned] = new(
            new("This link is not valid", "Dieser Link gilt nicht"),
            new("The link is not signed, or not as we signed it.", "Der Link ist nicht signiert oder nicht von uns.")),
        [LinkExpired] = new(
            new("This link has expired", "Dieser Link ist abgelaufen"),
            new(
                "The link has expired; the scene has a new one.",
                "Der Link ist abgelaufen; die Szene hat einen neuen.")),
        [WebhookRefused] = new(
            new("The report was not taken", "Die Meldung wurde nicht angenommen"),
            new(
                "The report is not the provider's, or it is for something else.",
                "Die Meldung stammt nicht vom Anbieter oder gehört zu etwas anderem.")),
        [SecretUnavailable] = new(
            new("The report cannot be checked just now", "Die Meldung ist gerade nicht zu prüfen"),
            new(
                "The provider's secret could not be fetched; send the report again.",
                "Das Geheimnis des Anbieters war nicht zu holen; bitte die Meldung noch einmal schicken.")),
        [BrokerUnavailable] = new(
            new("The broker does not answer", "Der Broker antwortet nicht"),
            new(
                "The broker cannot be asked just now; nothing was lost, please try again in a moment.",
                "Der Broker ist gerade nicht zu fragen; es ging nichts verloren, bitte gleich noch einmal versuchen.")),
        [ServiceStopping] = new(
            new("The service is stopping", "Der Dienst hält gerade an"),
            new(
                "The service was told to stop before this was done; please send it again when it is back.",
                "Der Dienst sollte anhalten, bevor dies fertig war; bitte noch einmal schicken, wenn er wieder da ist.")),
        [WatchersFull] = new(
            new("Too many watch scenes just now", "Gerade schauen zu viele zu"),
            new(
                "This instance shows scenes to as many as it can; ask for the scene itself, or again in a moment.",
                "Diese Instanz zeigt schon so vielen Szenen, wie sie kann; bitte die Szene selbst abfragen oder gleich noch einmal kommen.")),
        [SessionWatchersFull] = new(
            new("This session watches too many scenes", "Diese Sitzung schaut bei zu vielen Szenen zu"),
            new(
                "So many of this session's pages watch scenes that no further one can; close one of them.",
                "In dieser Sitzung schauen schon so viele Seiten zu, dass keine weitere dazu kann; bitte eine davon schließen.")),
        [KeyWatchersFull] = new(
            new("This key watches too many scenes", "Dieser Schlüssel schaut bei zu vielen Szenen zu"),
            new("So many streams of this API key are open that no further one can be; close one of them.",
                "Mit diesem API-Schlüssel sind schon so viele Ströme offen, dass kein weiterer dazu kann; bitte einen davon schließen.")),
        [GateUnknown] = new(
            new("This gate is not there", "Dieses Tor gibt es nicht"),
            new(
                "There is no gate of this name: write provider, or model:owner/name.",
                "Ein Tor dieses Namens gibt es nicht: provider oder model:owner/name.")),
        [KeyReused] = new(
            new("This key belongs to another request", "Dieser Schlüssel gehört zu einer anderen Anfrage"),
            new(
                "The Idempotency-Key was used for another request; send a new one.",
                "Der Idempotency-Key gehört zu einer anderen Anfrage; bitte einen neuen schicken.")),
        [QuotaRequests] = new(
            new("Too many requests", "Zu viele Anfragen"),
            new("You asked more often than you may in a minute; please wait a little.",
                "Das waren mehr Anfragen, als in einer Minute erlaubt sind; bitte etwas warten.")),
        [QuotaRunningScenes] = new(
            new("Enough scenes are under way", "Es sind genug Szenen unterwegs"),
            new("As many scenes as you may have are being made; ask again when one of them is done.",
                "Es entstehen schon so viele Szenen, wie erlaubt sind; bitte warten, bis eine davon fertig ist.")),
        [QuotaCost] = new(
            new("Enough for today", "Genug für heute"),
            new("Today's scenes have cost as much as they may; ask again tomorrow.",
                "Die Szenen von heute haben gekostet, was sie dürfen; morgen geht es weiter.")),
        [CallbackUnknown] = new(
            new("This callback is not there", "Diesen Rückruf gibt es nicht"),
            new(
                "There is no callback of this id, or it was deleted with its scene.",
                "Einen Rückruf mit dieser Kennung gibt es nicht, oder er wurde mit seiner Szene gelöscht.")),
    };

    public static IEnumerable<string> Codes => Texts.Keys;

    public static ProblemText? Find(string? code) => code is null ? null : Texts.GetValueOrDefault(code);
}
