using SceneGen;

return await SceneGenApp.RunAsync(() =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddSceneGen();

    var app = builder.Build();
    app.UseSceneGen();
    return app;
});
