namespace SceneGen.Tests.Web.Access;

/// <summary>The service with a key for each scope, and one for both.</summary>
public sealed class KeyedServer() : AccessServer(KeySettings(
    ("main-application", Scenes, "scenes"), ("operator", Ops, "ops"), ("both", Both, "scenes,ops")))
{
    public const string Scenes = "sg_scenes";
    public const string Ops = "sg_ops";
    public const string Both = "sg_both";
}
