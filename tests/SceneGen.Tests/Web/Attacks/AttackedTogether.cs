namespace SceneGen.Tests.Web.Attacks;

/// <summary>One process bears all of the attacks.</summary>
[CollectionDefinition(nameof(AttackedServer))]
public sealed class AttackedTogether : ICollectionFixture<AttackedServer>;
