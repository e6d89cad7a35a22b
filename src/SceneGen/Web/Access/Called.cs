using System.Security.Claims;

namespace SceneGen.Web.Access;

/// <summary>Who calls; or, where that is not known, why.</summary>
internal sealed record Called(ClaimsPrincipal? Who, string? Fault = null);
