namespace SceneGen.FunctionalTests.Faults;

/// <summary>What can go wrong, and what comes of it: one attempt of each of two models, unless the fault says otherwise.</summary>
internal static class FaultTable
{
    private const string Ready = "ready";
    private const string RolledBack = "rolledBack";
    private const string Failed = "failed";

    public static readonly IReadOnlyList<FaultRow> Rows =
    [
        // The avatar's fault: it is rolled back.
        new("an avatar that is not there", RolledBack, "avatar_unreachable") { AvatarPath = "/simulator/samples/none.png" },
        new("an avatar that is no picture", RolledBack, "avatar_unreadable") { AvatarPath = "/simulator/samples" },
        new("fail-avatar", RolledBack, "avatar_unreadable"),
        new("fail-no-picture", RolledBack, "avatar_unreadable"),
        new("fail-url-403", RolledBack, "avatar_unreachable"),
        new("fail-url-404", RolledBack, "avatar_unreachable"),
        new("fail-url-500", RolledBack, "avatar_unreachable"),
        new("fail-connection", RolledBack, "avatar_unreachable"),
        new("fail-read-timeout", RolledBack, "avatar_unreachable"),

        // The theme's fault, as the avatar can be painted otherwise: the avatar is kept.
        new("fail-nsfw", Failed, "content_flagged") { Sample = "robot", Theme = "beach-sunset" },
        new("fail-all-nsfw", Failed, "content_flagged") { Sample = "astronaut", Theme = "castle-courtyard" },
        new("fail-e005", Failed, "content_flagged") { Sample = "wizard", Theme = "coral-reef" },
        new("fail-e006", Failed, "prompt_refused") { Sample = "dragon", Theme = "desert-oasis" },
        new("fail-wrapped", Failed, "content_flagged") { Sample = "teapot", Theme = "enchanted-forest" },

        // The provider's fault, over all attempts and models: the avatar is rolled back.
        new("fail-always", RolledBack, "provider_failed"),
        new("fail-e1000", RolledBack, "provider_failed"),
        new("fail-e8367", RolledBack, "provider_failed"),
        new("fail-e8765", RolledBack, "provider_failed"),
        new("fail-e9243", RolledBack, "provider_failed"),
        new("fail-e9825", RolledBack, "provider_failed"),
        new("fail-e9828", RolledBack, "provider_failed"),
        new("fail-e001", RolledBack, "provider_failed"),
        new("fail-interrupted", RolledBack, "provider_failed"),
        new("end-canceled", RolledBack, "provider_failed"),
        new("end-aborted", RolledBack, "provider_overloaded"),
        new("fail-e6716", RolledBack, "provider_overloaded"),
        new("fail-e004", RolledBack, "provider_overloaded"),
        new("fail-e003", RolledBack, "provider_overloaded"),
        new("output-null", RolledBack, "output_missing"),
        new("output-empty", RolledBack, "output_missing"),
        new("output-expired", RolledBack, "output_missing"),
        new("output-html", RolledBack, "output_unreadable"),
        new("output-truncated", RolledBack, "output_unreadable"),
        new("stuck-starting", RolledBack, "deadline_exceeded") { NeedsDeadline = true },
        new("stuck-processing", RolledBack, "deadline_exceeded") { NeedsDeadline = true },

        // The operator's, said by a prediction: the model is passed over, and when all were, it is the provider's.
        new("fail-e4875", RolledBack, "model_misconfigured"),
        new("fail-scheme", RolledBack, "model_misconfigured"),
        new("fail-too-small", RolledBack, "model_misconfigured"),
        new("fail-e1001", RolledBack, "model_out_of_memory"),
        new("fail-cuda", RolledBack, "model_out_of_memory"),
        new("fail-torch", RolledBack, "model_out_of_memory"),
        new("fail-unknown", RolledBack, "model_out_of_memory"),
        new("fail-worker", RolledBack, "model_out_of_memory"),

        // What passes, or can be worked with.
        new("fail-once", Ready),
        new("http-429", Ready),
        new("http-502-before", Ready),
        new("http-502-after", Ready),
        new("http-reset-after", Ready),
        new("output-string", Ready),
        new("output-array", Ready),
        new("output-data-uri", Ready),
    ];

    /// <summary>What the provider answers to an order, and how its scene ends at once.</summary>
    public static readonly IReadOnlyList<(string Answer, FaultRow Row)> Refusals =
    [
        ("422-avatar", new("an avatar that is refused", RolledBack, "avatar_unreadable")),
        ("413", new("an avatar that is too large for it", RolledBack, "avatar_unreadable")),
        ("422-prompt", new("a prompt that is refused", Failed, "prompt_refused")),
    ];

    /// <summary>What only the operator can mend: the scene waits at a gate, and is painted when it opens.</summary>
    public static readonly IReadOnlyList<(string Answer, string Reason)> Gates =
    [
        ("401", "unauthorized"),
        ("402-credit", "insufficient_credit"),
        ("403", "forbidden"),
        ("404", "model_unknown"),
        ("422-version", "model_unknown"),
        ("422-input", "model_misconfigured"),
    ];

    /// <summary>What the user reads above each, in English and German.</summary>
    public static readonly IReadOnlyDictionary<string, (string English, string German)> Titles =
        new Dictionary<string, (string English, string German)>(StringComparer.Ordinal)
        {
            ["avatar_unreachable"] = ("The avatar's picture could not be found", "Das Bild des Avatars war nicht zu finden"),
            ["avatar_unreadable"] = ("The avatar's picture cannot be opened", "Das Bild des Avatars lässt sich nicht öffnen"),
            ["avatar_flagged"] = ("This avatar cannot be painted", "Dieser Avatar kann nicht gemalt werden"),
            ["content_flagged"] = ("The pictures were held back", "Die Bilder wurden zurückgehalten"),
            ["prompt_refused"] = ("This theme cannot be painted just now", "Dieses Thema lässt sich gerade nicht malen"),
            ["provider_failed"] = ("The painting did not work out", "Das Malen hat nicht geklappt"),
            ["provider_overloaded"] = ("The painters are too busy", "Gerade ist zu viel los"),
            ["output_missing"] = ("No picture arrived", "Es kam kein Bild an"),
            ["output_unreadable"] = ("The picture cannot be opened", "Das Bild lässt sich nicht öffnen"),
            ["deadline_exceeded"] = ("It took too long", "Es hat zu lange gedauert"),
            ["model_misconfigured"] = ("Something is wrong on our side", "Bei uns stimmt etwas nicht"),
            ["model_out_of_memory"] = ("The scene was too much at once", "Die Szene war auf einmal zu viel"),
        };
}
