using SceneGen;
using SceneGen.Access.Keys;
using SceneGen.Assets.Sweeping;
using SceneGen.Data;
using SceneGen.Operations.Invariants;
using SceneGen.Themes.Previews;

return args switch
{
    [MigrateCommand.Name, .. var settings] => await MigrateCommand.RunAsync(settings),
    [ThemesCommand.Name, .. var words] => await ThemesCommand.RunAsync(words),
    [SweepCommand.Name, .. var settings] => await SweepCommand.RunAsync(settings),
    [CheckCommand.Name, .. var words] => await CheckCommand.RunAsync(words),
    [KeysCommand.Name, .. var words] => await KeysCommand.RunAsync(words),
    _ => await SceneGenApp.RunAsync(args, () =>
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddSceneGen();

        var app = builder.Build();
        app.UseSceneGen();
        return app;
    }),
};
