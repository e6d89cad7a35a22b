using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Infrastructure;

public sealed class SceneHarnessOnPostgres() : SceneHarness(new PostgresDatabase());
