using SceneGen;
using SceneGen.Data;

return args is [MigrateCommand.Name, .. var settings]
    ? await MigrateCommand.RunAsync(settings)
    : await SceneGenApp.RunAsync(() =>
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddSceneGen();

        var app = builder.Build();
        app.UseSceneGen();
        return app;
    });
