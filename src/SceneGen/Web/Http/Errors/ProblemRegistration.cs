namespace SceneGen.Web.Http.Errors;

internal static class ProblemRegistration
{
    /// <summary>Whatever goes wrong, and whoever asks: one shape.</summary>
    public static void AddProblems(this IServiceCollection services)
    {
        // Before the framework's own: the first that can writes.
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails();
        services.AddExceptionHandler<UnexpectedProblems>();
    }
}
