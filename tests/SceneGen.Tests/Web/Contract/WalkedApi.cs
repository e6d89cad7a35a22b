using SceneGen.Tests.Web.Contract.Services;
using SceneGen.Tests.Web.Contract.Walks;

namespace SceneGen.Tests.Web.Contract;

/// <summary>All walks, once, over services that are each ready for some of them.</summary>
public sealed class WalkedApi : IAsyncLifetime
{
    private readonly ContractedService _open = new();
    private readonly KeyedService _keyed = new();
    private readonly ScantService _scant = new();
    private readonly BrokenService _broken = new();

    internal GivenAnswers Given { get; } = new();

    internal ApiDocument Document { get; private set; } = null!;

    internal IServiceProvider Services => _keyed.Services;

    public async ValueTask InitializeAsync()
        => await Task.WhenAll(WalkOpenAsync(), WalkKeyedAsync(), WalkScantAsync(), WalkBrokenAsync());

    public async ValueTask DisposeAsync()
    {
        foreach (var service in new ContractedService[] { _open, _keyed, _scant, _broken })
        {
            await service.DisposeAsync();
        }
    }

    private async Task WalkOpenAsync()
    {
        await _open.InitializeAsync();
        await ErrorsWalk.GoWithoutKeysAsync(await ApiWalk.BeginAsync(_open.Http, Given));
    }

    private async Task WalkKeyedAsync()
    {
        await _keyed.InitializeAsync();
        var walk = await ApiWalk.BeginAsync(_keyed.Http, Given, KeyedService.Both);
        Document = walk.Document;
        var ready = await new UsersWalk(walk).GoAsync();
        await new OperatorsWalk(walk).GoAsync(ready);
        await new SituationsWalk(walk, _keyed).GoAsync();
        await new PicturesWalk(walk, _keyed).GoAsync();
        await new ErrorsWalk(walk).GoAsync();
        await new CallersWalk(walk).GoAsync();
        await new PicturesWalk(walk, _keyed).GoWithoutDatabaseAsync();
    }

    private async Task WalkScantAsync()
    {
        await _scant.InitializeAsync();
        var walk = await ApiWalk.BeginAsync(_scant.Http, Given);
        await new QuotasWalk(walk, _scant).GoAsync();
        await new PicturesWalk(walk, _scant).GoWithSignedLinksAsync();
    }

    private async Task WalkBrokenAsync()
    {
        await _broken.InitializeAsync();
        await new AbsencesWalk(await ApiWalk.BeginAsync(_broken.Http, Given, BrokenService.Key), _broken).GoAsync();
    }
}
