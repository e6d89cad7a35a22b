using SceneGen.Tests.Conventions;
using SceneGen.Tests.Web.Contract.Services;

namespace SceneGen.Tests.Web.Contract;

public sealed class When_the_sample_requests_are_run(ContractedService service) : IClassFixture<ContractedService>
{
    [Fact]
    public async Task they_run_from_top_to_bottom()
    {
        var stop = TestContext.Current.CancellationToken;
        var file = new HttpFile(await File.ReadAllTextAsync(Repository.PathOf("docs/api.http"), stop));
        var given = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["base"] = service.Http.BaseAddress!.GetLeftPart(UriPartial.Authority),
        };

        var done = await file.RunAsync(service.Http, given, stop);

        Assert.True(done.Count > 15);
        Assert.DoesNotContain(done, one => one.Status is < 200 or >= 300);
    }
}
