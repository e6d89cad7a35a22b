namespace SceneGen.Data.Migrations;

/// <summary>
/// Rows for the files of scenes that a version without these tables stored: when the tables are made, and later, for such a
/// version may still be at work beside this one.
/// </summary>
internal static class FileAdoption
{
    public const string Files =
        """
        INSERT INTO stored_files ("Sha256", "Extension", "StoredAt", "Releases")
        SELECT named."Sha256", min(named."Extension"), min(named."StoredAt"), 0
        FROM (
            SELECT "ImageSha256" AS "Sha256", "UpdatedAt" AS "StoredAt",
                CASE "ImageContentType" WHEN 'image/png' THEN 'png' WHEN 'image/webp' THEN 'webp' ELSE 'jpg' END AS "Extension"
            FROM scenes WHERE "ImageSha256" IS NOT NULL AND "ReadyAt" IS NULL
            UNION ALL
            SELECT "ThumbnailSha256", "UpdatedAt",
                CASE "ImageContentType" WHEN 'image/png' THEN 'png' WHEN 'image/webp' THEN 'webp' ELSE 'jpg' END
            FROM scenes WHERE "ThumbnailSha256" IS NOT NULL AND "ReadyAt" IS NULL) AS named
        WHERE 1 = 1
        GROUP BY named."Sha256"
        ON CONFLICT ("Sha256") DO NOTHING
        """;

    public const string Uses =
        """
        INSERT INTO scene_files ("SceneId", "Run", "Attempt", "Sha256", "AddedAt")
        SELECT "CorrelationId", "Run", "Attempt", "ImageSha256", "UpdatedAt"
        FROM scenes WHERE "ImageSha256" IS NOT NULL AND "ReadyAt" IS NULL
        UNION
        SELECT "CorrelationId", "Run", "Attempt", "ThumbnailSha256", "UpdatedAt"
        FROM scenes WHERE "ThumbnailSha256" IS NOT NULL AND "ReadyAt" IS NULL
        ON CONFLICT DO NOTHING
        """;

    /// <summary>After both: such a scene is not looked at again.</summary>
    public const string Scenes =
        """
        UPDATE scenes SET "ReadyAt" = "UpdatedAt" WHERE "ImageSha256" IS NOT NULL AND "ReadyAt" IS NULL
        """;
}
