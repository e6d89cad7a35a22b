using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SceneGen.Simulator.Replicate.Http.Problems;

namespace SceneGen.Simulator.Replicate.Http.Calls;

/// <summary>Lets in only callers with the provider's token.</summary>
internal sealed class TokenFilter(IOptions<SimulatorOptions> options) : IEndpointFilter
{
    /// <summary>The second one is of the provider's early days and still in its documents.</summary>
    private static readonly string[] Schemes = ["Bearer", "Token"];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var header = context.HttpContext.Request.Headers.Authorization.ToString();
        var isKnown = AuthenticationHeaderValue.TryParse(header, out var value)
            && Schemes.Contains(value.Scheme, StringComparer.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(value.Parameter ?? ""), Encoding.UTF8.GetBytes(options.Value.ApiToken));
        return isKnown ? await next(context) : ProviderProblem.Unauthenticated();
    }
}
