using SceneGen;
using SceneGen.Assets.Sweeping;
using SceneGen.Data;

return args switch
{
    [MigrateCommand.Name, .. var settings] => await MigrateCommand.RunAsync(settings),
    [SweepCommand.Name, .. var settings] => await SweepCommand.RunAsync(settings),
    _ => await SceneGenApp.RunAsync(() =>
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddSceneGen();

        var app = builder.Build();
        app.UseSceneGen();
        return app;
    }),
};
