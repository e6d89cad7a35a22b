using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Infrastructure;

public sealed class TimedSceneHarnessOnPostgres() : TimedSceneHarness(new PostgresDatabase());
