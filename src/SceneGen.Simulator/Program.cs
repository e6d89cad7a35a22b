using SceneGen;
using SceneGen.Simulator;
using SceneGen.Simulator.Avatars;

return await SceneGenApp.RunAsync(args, () =>
{
    var builder = WebApplication.CreateBuilder(args);
    if (OutsideWorld.IsAskedFor(builder.Configuration))
    {
        return builder.BuildOutsideWorld();
    }

    builder.PointAtSimulator();
    builder.AddSceneGen(bus => bus.AddFakeAvatarService());
    builder.Services.AddSimulator();

    var app = builder.Build();
    app.UseSceneGen();
    app.UseSimulator();
    return app;
});
