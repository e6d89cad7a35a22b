using Microsoft.EntityFrameworkCore;
using SceneGen.Generation.Intents;
using SceneGen.Persistence.Outbox;
using SceneGen.Scenes;
using SceneGen.Scenes.Timeline;

namespace SceneGen.Data;

/// <summary>Everything the service remembers.</summary>
public sealed class SceneDbContext(DbContextOptions<SceneDbContext> options) : DbContext(options)
{
    public DbSet<SceneState> Scenes => Set<SceneState>();

    public DbSet<SceneTimelineEntry> Timeline => Set<SceneTimelineEntry>();

    public DbSet<GenerationIntent> Intents => Set<GenerationIntent>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.AddOutbox().ApplyConfigurationsFromAssembly(typeof(SceneDbContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(20);
        if (Database.IsSqlite())
        {
            // SQLite compares no DateTimeOffset; ticks in UTC sort as the times do.
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
        }
    }
}
